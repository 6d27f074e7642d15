package dev.idem.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.testing.DocumentedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Does in a project of somebody else what the README says, and looks whether its calls are guarded. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class ReadmeTest {

    private static final String README = "../README.md";

    private static final String APPLICATION = """
            package shop;
            import dev.idem.IdempotentCall;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            @SpringBootApplication
            public class Shop {
                private int runs;
                public record Order(String id, int cents) {}
                @IdempotentCall
                public String place(Order order) {
                    return order.id() + " #" + ++runs;
                }
                public static void main(String[] args) {
                    SpringApplication.run(Shop.class, args);
                }
            }
            """;

    private static final String TEST = """
            package shop;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.Test;
            import org.springframework.boot.SpringApplication;
            final class ShopTest {
                @Test
                void duplicate_getsTheFirstAnswer() {
                    try (var context = SpringApplication.run(Shop.class)) {
                        Shop shop = context.getBean(Shop.class);
                        assertEquals("a #1", shop.place(new Shop.Order("a", 1)));
                        assertEquals("a #1", shop.place(new Shop.Order("a", 1)));
                        assertEquals("b #2", shop.place(new Shop.Order("b", 1)));
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private ForeignProject project;

    @BeforeEach
    void writeApplication() throws IOException {
        project = ForeignProject.in(directory);
        project.write("src/main/java/shop/Shop.java", APPLICATION);
        project.write("src/test/java/shop/ShopTest.java", TEST);
    }

    @Test
    void dependencyAndProcessor_guardTheCallsOfASpringBootApplication() throws Exception {
        project.write("pom.xml", pom("", dependency(), processor()));
        assertThat(project.build("test")).isEmpty();
    }

    @Test
    void versions_canBeLeftToTheBom() throws Exception {
        project.write("pom.xml", pom(block("idem-bom"), withoutVersion(dependency()), withoutVersion(processor())));
        assertThat(project.build("compile")).isEmpty();
        assertThat(project.directory().resolve("target/classes/shop/Shop_IdempotentCalls.class"))
                .exists();
    }

    private static String dependency() {
        return block("<artifactId>idem-runtime</artifactId>");
    }

    private static String processor() {
        return block("<annotationProcessorPaths>");
    }

    private static String block(String text) {
        return DocumentedCode.block(README, "xml", text);
    }

    private static String withoutVersion(String block) {
        return block.replaceAll("\\s*<version>\\$\\{idem.version}</version>", "");
    }

    private String pom(String bom, String dependency, String plugin) throws IOException {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                    <modelVersion>4.0.0</modelVersion>
                    <groupId>shop</groupId>
                    <artifactId>shop</artifactId>
                    <version>1</version>
                    <properties>
                        <idem.version>%s</idem.version>
                        <maven.compiler.release>17</maven.compiler.release>
                        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    </properties>
                    <dependencyManagement>
                        <dependencies>
                            %s
                            <dependency>
                                <groupId>org.springframework.boot</groupId>
                                <artifactId>spring-boot-dependencies</artifactId>
                                <version>%s</version>
                                <type>pom</type>
                                <scope>import</scope>
                            </dependency>
                        </dependencies>
                    </dependencyManagement>
                    <dependencies>
                        %s
                        <dependency>
                            <groupId>org.springframework.boot</groupId>
                            <artifactId>spring-boot-starter</artifactId>
                        </dependency>
                        <dependency>
                            <groupId>org.junit.jupiter</groupId>
                            <artifactId>junit-jupiter</artifactId>
                            <version>%s</version>
                            <scope>test</scope>
                        </dependency>
                    </dependencies>
                    <build>
                        <pluginManagement>
                            <plugins>
                                %s
                            </plugins>
                        </pluginManagement>
                        <plugins>
                            %s
                        </plugins>
                    </build>
                </project>
                """.formatted(
                project.repository().version(),
                bom,
                Repository.property("spring-boot.version"),
                dependency,
                Repository.property("junit.version"),
                pinned("maven-resources-plugin") + pinned("maven-compiler-plugin") + pinned("maven-surefire-plugin"),
                plugin);
    }

    /** In the version that this build has downloaded. */
    private static String pinned(String plugin) throws IOException {
        return "<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>" + plugin + "</artifactId><version>"
                + Repository.property(plugin + ".version") + "</version></plugin>\n";
    }
}
