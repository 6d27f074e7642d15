package dev.idem.it.docs;

/**
 * A fenced block of a page.
 *
 * @param page the page's path from the root of the project
 * @param line where it begins
 * @param language what stands behind the fence
 * @param content the lines between the fences
 */
record CodeBlock(String page, int line, String language, String content) {

    /** A name for it that is one for a class, too. */
    String className() {
        StringBuilder name = new StringBuilder();
        for (String part : page.replace(".md", "").split("\\W+", -1)) {
            name.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.append("_line").append(line).toString();
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
