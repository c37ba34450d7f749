package io.kraty.generator;

import java.util.ArrayList;
import java.util.List;

/** The paragraphs, code blocks and tables of Markdown as the lines of a javadoc comment. What stands within a line stays. */
final class Javadoc {
    private static final String FENCE = "```";

    private final List<String> lines = new ArrayList<>();
    private boolean inCode;
    private boolean inTable;
    private boolean startsParagraph = true;

    private Javadoc() {}

    static List<String> lines(String markdown) {
        Javadoc javadoc = new Javadoc();
        markdown.strip().lines().forEach(javadoc::add);
        javadoc.endTable();
        return javadoc.lines;
    }

    private void add(String line) {
        if (line.startsWith(FENCE)) {
            lines.add(inCode ? "}</pre>" : "<pre>{@code");
            inCode = !inCode;
        } else if (inCode) {
            lines.add(line);
        } else if (line.startsWith("|")) {
            if (!inTable) {
                lines.add("<pre>");
            }
            inTable = true;
            lines.add(line);
        } else {
            endTable();
            addText(line);
        }
    }

    private void addText(String line) {
        boolean isBlank = line.isBlank();
        lines.add(startsParagraph && !isBlank ? "<p>" + line : line);
        startsParagraph = isBlank;
    }

    private void endTable() {
        if (inTable) {
            lines.add("</pre>");
        }
        inTable = false;
    }
}
