package dev.concordat.pipeline;

import dev.concordat.check.Violation;
import dev.concordat.check.report.Printable;
import dev.concordat.release.Acceptance;
import dev.concordat.release.Break;
import dev.concordat.release.Plan;
import dev.concordat.release.RemovedModule;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Location;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.waiver.Waiver;
import dev.concordat.waiver.WaiversYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes waivers of what a check has just found. */
final class Waiving {
    /** As much of a printed violation as somebody cares to copy: place, rule, text. */
    private static final Pattern PRINTED = Pattern.compile(
            "(?<path>.+?)(?: \\(before\\))?(?::(?<line>\\d+))?(?::(?<column>\\d+))?(?:: ?(?:(?<rule>[A-Z][A-Z0-9_]+)(?:: ?(?<text>.*))?)?)?");

    private static final Pattern START_OF_FINGERPRINT = Pattern.compile("[0-9a-f]{6,32}");
    private static final int SHOWN = 10;
    /** Rules about what is deleted for the code alone when its number is reserved. */
    private static final Set<String> RESERVABLE = Set.of(
            "FIELD_NO_DELETE",
            "FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED",
            "ENUM_VALUE_NO_DELETE",
            "ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED");

    private final Plan plan;
    private final WaiverRequest request;

    Waiving(Plan plan, WaiverRequest request) {
        this.plan = plan;
        this.request = request;
    }

    /** The waivers for the violations that are meant. */
    List<Waiver> waivers() throws ContractException {
        List<Break> meant = meant();
        List<Waiver> waivers = new ArrayList<>();
        for (Break found : meant) {
            if (found.wire() && !request.wire()) {
                throw ContractException.at(
                        Failure.CONFIGURATION,
                        place(found.violation()),
                        "%s concerns services that are already running, and those read no version of a jar."
                                .formatted(found.violation().ruleId()),
                        instead(found.violation())
                                + " If that cannot be, add --wire, and let the reason say how the services are drained.");
            }
            waivers.add(new Waiver(
                    found.fingerprint(),
                    found.module(),
                    found.file(),
                    found.violation().ruleId(),
                    found.finding(),
                    request.reason(),
                    request.owner(),
                    request.expires(),
                    found.wire(),
                    Place.of(WaiversYaml.FILE)));
        }
        return waivers.stream().distinct().toList();
    }

    /** What to do so that services that are already running are not concerned. */
    private static String instead(Violation violation) {
        return RESERVABLE.contains(violation.ruleId())
                ? "Reserve its number and name; unless it was required, --wire is not needed then. Or add a new package beside this stable one."
                : "Add a new package beside this stable one.";
    }

    private List<Break> meant() throws ContractException {
        // What is accepted already may get another reason or a later date.
        List<Break> all = Stream.concat(
                        plan.breaks().stream(),
                        plan.waivers().accepted().stream().map(Acceptance::found))
                .sorted(Comparator.comparing(Break::violation))
                .toList();
        if (all.isEmpty() && !plan.removed().isEmpty()) {
            throw new ContractException(
                    Failure.CONFIGURATION,
                    plan.removed().stream().map(RemovedModule::problem).toList());
        }
        if (all.isEmpty()) {
            throw ContractException.of(
                    Failure.CONFIGURATION,
                    "The check finds nothing that breaks, so there is nothing to accept.",
                    "Run \"concordat check\" to see what it compares.");
        }
        List<Break> called = all.stream().filter(this::isMeant).toList();
        List<Break> inTheseWords = called.stream().filter(this::isInTheseWords).toList();
        List<Break> meant = inTheseWords.isEmpty() ? called : inTheseWords;
        long different = meant.stream().map(Break::fingerprint).distinct().count();
        if (meant.isEmpty()) {
            throw choice("No violation is called \"%s\"".formatted(request.finding()), "Name one of these.", all);
        }
        if (different > 1 && !request.all()) {
            throw choice(
                    "%s violations are called \"%s\"".formatted(meant.size(), request.finding()),
                    "Name one of these, or add --all.",
                    meant);
        }
        return meant;
    }

    private boolean isMeant(Break found) {
        String text = request.finding().strip();
        Violation violation = found.violation();
        if (text.equals(violation.ruleId())
                || (START_OF_FINGERPRINT.matcher(text).matches()
                        && found.fingerprint().startsWith(text))) {
            return true;
        }
        Matcher printed = PRINTED.matcher(text);
        Place place = place(violation);
        return printed.matches()
                && printed.group("path").equals(place.path())
                && isOrSaysNothing(printed.group("line"), Integer.toString(place.line()))
                && isOrSaysNothing(printed.group("column"), Integer.toString(place.column()))
                && isOrSaysNothing(printed.group("rule"), violation.ruleId());
    }

    /** Whether the text is that of a violation, as far as it was copied. */
    private boolean isInTheseWords(Break found) {
        Matcher printed = PRINTED.matcher(request.finding().strip());
        String text = printed.matches() ? printed.group("text") : null;
        return text != null && !text.isEmpty() && (shown(found).startsWith(text) || text.startsWith(shown(found)));
    }

    private static String shown(Break found) {
        return Printable.message(found.violation().message());
    }

    @SuppressWarnings("NullAway") // A group that is not there is null.
    private static boolean isOrSaysNothing(String group, String value) {
        return group == null || group.equals(value);
    }

    private static Place place(Violation violation) {
        Location location = violation
                .location()
                .or(violation::previousLocation)
                .orElseThrow(() -> new IllegalStateException("A violation is nowhere: " + violation.message()));
        Position start = location.startPosition();
        return violation.location().isPresent()
                ? new Place(location.path(), start.line(), start.column())
                : Place.of(location.path());
    }

    private static ContractException choice(String message, String remedy, List<Break> among) {
        List<Problem> problems = new ArrayList<>();
        problems.add(Problem.of(message + ".", remedy));
        among.stream()
                .limit(SHOWN)
                .forEach(found -> problems.add(Problem.at(
                        place(found.violation()),
                        found.violation().ruleId() + ": " + shown(found),
                        "Its fingerprint is " + found.fingerprint() + ".")));
        if (among.size() > SHOWN) {
            problems.add(Problem.of("And %s more.".formatted(among.size() - SHOWN), ""));
        }
        return new ContractException(Failure.CONFIGURATION, problems);
    }
}
