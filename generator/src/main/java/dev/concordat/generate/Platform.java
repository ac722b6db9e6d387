package dev.concordat.generate;

import java.util.Locale;

/** The machine's platform, as Maven artifacts of native programs name it in their classifier. */
final class Platform {
    private Platform() {}

    /** The classifier, such as {@code linux-x86_64}. */
    static String classifier() {
        return system(System.getProperty("os.name")) + "-" + processor(System.getProperty("os.arch"));
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return "osx";
        }
        return lower.startsWith("windows") ? "windows" : lower;
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch_64";
            default -> name;
        };
    }
}
