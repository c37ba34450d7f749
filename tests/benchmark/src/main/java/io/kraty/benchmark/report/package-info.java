/** The report: what a chapter is asked for, what its rows say, and how they are kept and shown. */
@NullMarked
package io.kraty.benchmark.report;

import org.jspecify.annotations.NullMarked;
