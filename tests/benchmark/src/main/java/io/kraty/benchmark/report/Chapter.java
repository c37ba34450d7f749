package io.kraty.benchmark.report;

import java.util.List;

/** Things that are measured together. */
public interface Chapter {
    /** As it is called on the command line and in the names of files: one word. */
    String name();

    /** What it is about, as a heading. */
    String title();

    /** Measures it, with the JDK of {@code setting}. Prints what it does. */
    List<Row> measure(Setting setting) throws Exception;
}
