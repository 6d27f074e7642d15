package dev.idem.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the operations of two versions. Names of types do not matter, only what is written of them. */
final class KeyComparison {

    private final List<KeyChange> changes = new ArrayList<>();

    private KeyComparison() {}

    /** All changes, in the order of the operations' names. */
    static List<KeyChange> of(Map<String, KeyOperation> before, Map<String, KeyOperation> after) {
        KeyComparison comparison = new KeyComparison();
        for (String name : union(before, after)) {
            comparison.compare(name, before.get(name), after.get(name));
        }
        return comparison.changes;
    }

    private void compare(String name, @Nullable KeyOperation before, @Nullable KeyOperation after) {
        if (before == null) {
            harmless("operation '" + name + "' was added");
        } else if (after == null) {
            breaking("operation '" + name + "' was removed or renamed: its records are not found any more");
        } else if (!before.encoding().equals(after.encoding())) {
            breaking("operation '" + name + "': the encoding was " + before.encoding() + " and is " + after.encoding());
        } else if (!before.key().equals(after.key())) {
            breaking("operation '" + name + "': the key came from the " + before.key() + " and comes from the "
                    + after.key());
        } else {
            new Walk("operation '" + name + "': ", before, after).contents();
        }
    }

    private static Set<String> union(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private void breaking(String text) {
        changes.add(new KeyChange(true, text));
    }

    private void harmless(String text) {
        changes.add(new KeyChange(false, text));
    }

    /** The way through the contents of one operation; each pair of types is compared once. */
    private final class Walk {

        private final String subject;
        private final KeyOperation before;
        private final KeyOperation after;
        private final Set<List<String>> compared = new HashSet<>();

        Walk(String subject, KeyOperation before, KeyOperation after) {
            this.subject = subject;
            this.before = before;
            this.after = after;
        }

        void contents() {
            Map<String, Form> old = new TreeMap<>(before.content());
            Map<String, Form> now = new TreeMap<>(after.content());
            before.content().forEach((name, form) -> {
                String newName = before.renamed(name, after);
                Form newForm = after.content().get(newName);
                if (newForm != null
                        && !after.content().containsKey(name)
                        && !before.content().containsKey(newName)) {
                    breaking(subject + "'" + name + "' is '" + newName + "' now, since the parameter was renamed");
                    form(newName, form, newForm);
                    old.remove(name);
                    now.remove(newName);
                }
            });
            members("", old, now);
        }

        private void members(String prefix, Map<String, Form> old, Map<String, Form> now) {
            for (String name : union(old, now)) {
                member(prefix + name, old.get(name), now.get(name));
            }
        }

        private void member(String path, @Nullable Form old, @Nullable Form now) {
            if (old != null && now != null) {
                form(path, old, now);
            } else if (old != null) {
                breaking(subject + "'" + path + "' was removed");
            } else if (now != null && now.optional()) {
                harmless(subject + "'" + path + "' was added; calls without it keep their keys");
            } else {
                breaking(subject + "'" + path + "' was added and is always written");
            }
        }

        /** Whether a value can be absent changes no text of a value that is there. */
        private void form(String path, Form old, Form now) {
            if (!old.kind().equals(now.kind())
                    || old.arguments().size() != now.arguments().size()
                    || isOtherEncoder(old, now)) {
                breaking(subject + "'" + path + "' was " + old + " and is " + now);
            } else if (old.kind().equals(Form.OBJECT)) {
                object(path, old, now);
            } else {
                for (int i = 0; i < old.arguments().size(); i++) {
                    form(path + "[]", old.arguments().get(i), now.arguments().get(i));
                }
            }
        }

        private static boolean isOtherEncoder(Form old, Form now) {
            return old.kind().equals(Form.ENCODED) && !old.arguments().equals(now.arguments());
        }

        private void object(String path, Form old, Form now) {
            if (compared.add(List.of(old.type(), now.type()))) {
                variants(path, before.variantsOf(old), after.variantsOf(now));
            }
        }

        private void variants(String path, Map<String, Map<String, Form>> old, Map<String, Map<String, Form>> now) {
            if (old.containsKey("") != now.containsKey("")) {
                breaking(subject + "'" + path + "' was " + kind(old) + " and is " + kind(now));
                return;
            }
            for (String tag : union(old, now)) {
                variant(path, tag, old.get(tag), now.get(tag));
            }
        }

        private void variant(
                String path, String tag, @Nullable Map<String, Form> old, @Nullable Map<String, Form> now) {
            if (old != null && now != null) {
                members(path + (tag.isEmpty() ? "" : "(" + tag + ")") + ".", old, now);
            } else if (old != null) {
                breaking(subject + "'" + path + "' is no more of the type " + tag);
            } else {
                harmless(subject + "'" + path + "' can be of the type " + tag);
            }
        }

        private static String kind(Map<String, ?> variants) {
            return variants.containsKey("") ? "one type" : "a sealed type";
        }
    }
}
