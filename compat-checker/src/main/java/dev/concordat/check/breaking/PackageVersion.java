package dev.concordat.check.breaking;

import java.util.regex.Pattern;

/** The version that a package's last part names, in buf's grammar: {@code v1}, {@code v1beta2}, {@code v1p1alpha1}, {@code v1test}. */
public final class PackageVersion {
    private static final Pattern UNSTABLE =
            Pattern.compile(".+\\.v0*[1-9][0-9]*(test[^.]*|(p0*[1-9][0-9]*)?(alpha|beta)(0*[1-9][0-9]*)?)");

    private PackageVersion() {}

    /** Whether the package promises nothing yet. */
    public static boolean isUnstable(String packageName) {
        return UNSTABLE.matcher(packageName).matches();
    }
}
