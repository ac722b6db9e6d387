package dev.concordat.check.breaking;

import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.config.CheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where nothing is reported.
 *
 * @param ignoreOnly by the id of a rule, the paths in which it is silent
 * @param asItWas whether only what was there before exempts anything
 */
record Exemptions(
        Comparison comparison,
        Part previous,
        Part current,
        CheckConfig config,
        Map<String, List<String>> ignoreOnly,
        boolean asItWas) {

    /** Whether a rule is silent about what is at these places. */
    boolean cover(String ruleId, Optional<Location> now, Optional<Location> before) {
        List<String> ignored = new ArrayList<>(config.ignore());
        ignored.addAll(ignoreOnly.getOrDefault(ruleId, List.of()));
        return (!asItWas && isSilent(now, current, ignored)) || isSilent(before, previous, ignored);
    }

    private boolean isSilent(Optional<Location> location, Part part, List<String> ignored) {
        Optional<ProtoFile> file = location.map(comparison::fileOf);
        return file.isPresent() && isSilent(file.get(), part, ignored, config);
    }

    /** Whether nothing is reported in a file, because it, its package or what it is to the part is left out. */
    static boolean isSilent(ProtoFile file, Part part, List<String> ignored, CheckConfig config) {
        return part.silent().contains(file.path())
                || ignored.stream().anyMatch(path -> covers(path, file.path()))
                || (config.ignoreUnstablePackages()
                        && PackageVersion.isUnstable(file.packageName().value()));
    }

    private static boolean covers(String ignored, String path) {
        return ignored.equals(".") || path.equals(ignored) || path.startsWith(ignored + "/");
    }
}
