package dev.concordat.release;

import dev.concordat.check.Category;
import dev.concordat.check.Violation;
import dev.concordat.check.breaking.BreakingRule;
import dev.concordat.check.breaking.PackageVersion;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Location;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.CheckConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which violations concern services that are already running and read no version: what the rules of category WIRE report at the same place, and
 * rpcs that are gone. Packages that were unstable promise nothing of that, but for their messages and enums that stable packages use.
 */
final class WireBreaks {
    private static final CheckConfig WIRE =
            new CheckConfig(List.of(Category.WIRE.name()), List.of(), List.of(), Map.of(), false);
    private static final Set<String> GONE_RPCS =
            Set.of("RPC_NO_DELETE", "SERVICE_NO_DELETE", "PACKAGE_SERVICE_NO_DELETE");
    /** Rules that look at releases; two versions cannot show what they find. */
    private static final Set<String> REUSES = BreakingRule.all().stream()
            .filter(rule -> rule.id().endsWith("_NO_REUSE") && rule.categories().contains(Category.WIRE))
            .map(BreakingRule::id)
            .collect(Collectors.toUnmodifiableSet());

    private final Schema previous;
    private final Schema current;
    private final Set<String> stablyUsed;
    private final BrokenTypes types;
    private final Set<Location> places = new HashSet<>();

    private WireBreaks(Schema previous, Schema current, Set<String> stablyUsed) {
        this.previous = previous;
        this.current = current;
        this.stablyUsed = stablyUsed;
        this.types = new BrokenTypes(previous, current);
    }

    /**
     * What breaks on the wire between two versions of a module.
     *
     * @param stablyUsed the messages and enums of unstable packages that stable ones use
     */
    static WireBreaks between(Schema previous, Schema current, String path, Set<String> stablyUsed)
            throws ContractException {
        WireBreaks breaks = new WireBreaks(previous, current, stablyUsed);
        for (Violation violation : new ModuleRules().check(previous, current, path, WIRE)) {
            violation.previousLocation().ifPresent(breaks.places::add);
        }
        return breaks;
    }

    /** Whether a violation, or one of those that it tells as one, concerns them. */
    boolean contain(Violation violation) {
        return concern(violation) || violation.constituents().stream().anyMatch(this::concern);
    }

    private boolean concern(Violation violation) {
        Optional<ProtoFile> file =
                violation.previousLocation().or(violation::location).flatMap(this::fileOf);
        boolean isRead = REUSES.contains(violation.ruleId())
                || violation.previousLocation().filter(places::contains).isPresent();
        if (file.filter(found -> PackageVersion.isUnstable(found.packageName().value()))
                .isPresent()) {
            // Who reads messages of the stable package reads these in them; rpcs are called by themselves.
            return isRead && types.of(List.of(violation)).stream().anyMatch(stablyUsed::contains);
        }
        return isRead || GONE_RPCS.contains(violation.ruleId()) || tookServicesAlong(violation);
    }

    /** Whether a whole file is gone, and a service with it. */
    private boolean tookServicesAlong(Violation violation) {
        return violation.location().isEmpty()
                && violation.previousLocation().flatMap(this::fileOf).stream()
                        .flatMap(file -> file.services().stream())
                        .anyMatch(service -> current.service(service.fullName()).isEmpty());
    }

    private Optional<ProtoFile> fileOf(Location place) {
        return Stream.of(current, previous)
                .flatMap(schema -> schema.files().stream())
                .filter(file -> file.text() == place.text())
                .findFirst();
    }
}
