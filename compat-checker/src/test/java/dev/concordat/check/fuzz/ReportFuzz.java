package dev.concordat.check.fuzz;

import dev.concordat.check.report.ReportBytes;

/** Whatever names and messages a report has, every format of it holds what was meant and no more. */
public final class ReportFuzz {
    private ReportFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        ReportBytes.check(input);
    }
}
