package dev.concordat.schema.link;

/** All checks that need neither options nor features. */
final class SyntaxChecks {
    private SyntaxChecks() {}

    static void check(LinkedFile file, LinkProblems problems) {
        LimitChecks.check(file, problems);
        NumberChecks.check(file, problems);
        EnumChecks.check(file, problems);
        MapChecks.check(file, problems);
        MessageSetChecks.check(file, problems);
        LiteChecks.check(file, problems);
        if (file.edition == Edition.PROTO3) {
            Proto3Checks.check(file, problems);
        }
    }
}
