package dev.idem.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the pages lead somewhere: to a file that is there, and to a heading of it. Nothing is asked of the network. */
final class LinksTest {

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("links")
    void link_toAFileOfTheProject_leadsToIt(Link link) {
        assertThat(Project.has(link.file())).isTrue();
        if (!link.anchor().isEmpty()) {
            assertThat(new Page(link.file(), Project.text(Project.ROOT.resolve(link.file()))).anchors())
                    .contains(link.anchor());
        }
    }

    static Stream<Link> links() {
        return pages().flatMap(page -> page.links().stream()
                .filter(target -> !target.startsWith("https:"))
                .map(target -> Link.of(page.name(), target)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void link_toTheWeb_isAnAddress(String address) {
        assertThat(URI.create(address).getHost()).isNotEmpty();
    }

    static Stream<String> addresses() {
        return pages().flatMap(page -> page.links().stream()).filter(target -> target.startsWith("https:"));
    }

    @Test
    void readme_leadsToEveryPage() {
        Set<String> linked = links().filter(link -> link.page().equals("README.md"))
                .map(Link::file)
                .collect(Collectors.toSet());
        assertThat(pages().map(Page::name).filter(name -> name.matches("docs/[^/]+\\.md")))
                .isNotEmpty()
                .isSubsetOf(linked);
    }

    /** A link as it stands on a page: to a file, from the root of the project, and to a heading of it or to none. */
    record Link(String page, String file, String anchor) {

        static Link of(String page, String target) {
            String[] parts = target.split("#", 2);
            String file = parts[0].isEmpty()
                    ? page
                    : Path.of(page).resolveSibling(parts[0]).normalize().toString();
            return new Link(page, file, parts.length == 2 ? parts[1] : "");
        }

        @Override
        public String toString() {
            return page + " to " + file + (anchor.isEmpty() ? "" : "#" + anchor);
        }
    }
}
