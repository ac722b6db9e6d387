package dev.concordat.schema.oracle;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Problem;
import dev.concordat.schema.link.LinkResult;
import dev.concordat.schema.link.LinkedDescriptors;
import dev.concordat.schema.link.Linker;
import java.util.List;
import java.util.Set;

/** Our own compiler, asked as protoc is. */
final class Concordat {
    private Concordat() {}

    /** Compiles these files and answers for those of them that are wanted. */
    static Verdict compile(List<ContractFile> files, Set<String> wanted) {
        try {
            LinkResult result = Linker.link(files);
            if (!result.problems().isEmpty()) {
                return Verdict.refused(
                        result.problems().stream().map(Problem::toString).toList());
            }
            return Verdict.accepted(LinkedDescriptors.of(result, wanted));
        } catch (RuntimeException | StackOverflowError e) {
            return Verdict.crashed(e + " at " + place(e));
        }
    }

    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.concordat")) {
                return frame.toString();
            }
        }
        return "?";
    }
}
