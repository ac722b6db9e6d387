package dev.concordat.cli;

import dev.concordat.pipeline.WaiverRequest;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.waiver.Waiver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code concordat waive}: accepts what a check finds, for reviewers to agree. */
final class WaiveCommand implements Command {
    private static final int DAYS = 90;
    private static final Flag REASON =
            Flag.valued("--reason", "text", "Why it is accepted: who is concerned, and what was agreed with them");
    private static final Flag OWNER = Flag.valued("--owner", "who", "Who answers for it, such as a team");
    private static final Flag EXPIRES = Flag.valued(
            "--expires",
            "date",
            "The last day on which it may be released, 2027-01-31; in " + DAYS + " days if not given");
    private static final Flag WIRE = Flag.alone(
            "--wire",
            "Accept that running services misread messages of a stable package; the reason says how they are drained");
    private static final Flag ALL = Flag.alone("--all", "Accept every violation that is called so");
    private static final Flag PRUNE = Flag.alone("--prune", "Remove the waivers that accept nothing any more");

    @Override
    public String name() {
        return "waive";
    }

    @Override
    public String purpose() {
        return "Accepts a violation in waivers.yaml; it is called as the check prints it: path:line, or its rule";
    }

    @Override
    public List<String> inputs() {
        return List.of("violation");
    }

    @Override
    public List<Flag> flags() {
        return List.of(REASON, OWNER, EXPIRES, WIRE, ALL, PRUNE, CheckCommand.ONTO, TimeLimit.FLAG);
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws ContractException {
        Optional<String> onto = arguments.decisive(CheckCommand.ONTO);
        if (arguments.has(PRUNE.name())) {
            if (arguments.input(0).isPresent()) {
                throw usage("--prune removes all waivers that are spent, and takes no violation.");
            }
            return ErrorFormat.TEXT.guard(terminal, () -> prune(onto, terminal));
        }
        WaiverRequest request = request(arguments);
        return ErrorFormat.TEXT.guard(terminal, () -> waive(request, onto, terminal));
    }

    private static int waive(WaiverRequest request, Optional<String> onto, Terminal terminal) throws ContractException {
        try (OpenRegistry registry = OpenRegistry.open(terminal)) {
            for (Waiver waiver : registry.registry().waive(request, onto)) {
                terminal.print("%s accepts %s in %s until %s: %s"
                        .formatted(
                                waiver.place().path(),
                                waiver.rule(),
                                waiver.file(),
                                waiver.expires(),
                                waiver.finding()));
            }
            terminal.print("Commit it with the change; every check shows it to the reviewers first.");
            return ExitStatus.FINE;
        }
    }

    private static int prune(Optional<String> onto, Terminal terminal) throws ContractException {
        try (OpenRegistry registry = OpenRegistry.open(terminal)) {
            List<Waiver> removed = registry.registry().prune(onto);
            removed.forEach(
                    waiver -> terminal.print("removed the waiver of %s in %s".formatted(waiver.rule(), waiver.file())));
            if (removed.isEmpty()) {
                terminal.print("Nothing to do.");
            }
            return ExitStatus.FINE;
        }
    }

    private static WaiverRequest request(Arguments arguments) throws ContractException {
        Optional<String> finding = arguments.input(0);
        if (finding.isEmpty()) {
            throw usage("No violation is named: give the path and line that \"concordat check\" prints.");
        }
        requireWords(arguments, REASON, OWNER);
        return new WaiverRequest(
                finding.get(),
                arguments.has(ALL.name()),
                words(REASON, arguments),
                words(OWNER, arguments),
                expires(arguments),
                arguments.has(WIRE.name()));
    }

    /** Names all that is missing at once. */
    private static void requireWords(Arguments arguments, Flag... flags) throws ContractException {
        List<String> missing = Stream.of(flags)
                .filter(flag -> !isLine(words(flag, arguments)))
                .map(Flag::synopsis)
                .toList();
        if (!missing.isEmpty()) {
            throw usage("%s must be given, %s one line."
                    .formatted(String.join(" and ", missing), missing.size() == 1 ? "as" : "each as"));
        }
    }

    private static boolean isLine(String words) {
        return !words.isEmpty() && words.chars().noneMatch(Character::isISOControl);
    }

    private static String words(Flag flag, Arguments arguments) {
        return arguments.value(flag.name()).orElse("").strip();
    }

    private static LocalDate expires(Arguments arguments) throws ContractException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Optional<String> given = arguments.value(EXPIRES.name());
        try {
            LocalDate expires = given.isPresent() ? LocalDate.parse(given.get()) : today.plusDays(DAYS);
            if (expires.isBefore(today)) {
                throw usage("%s is over.".formatted(expires));
            }
            return expires;
        } catch (DateTimeException e) {
            throw usage("\"%s\" is no date.".formatted(given.orElse("")));
        }
    }

    private static ContractException usage(String message) {
        return ContractException.of(Failure.CONFIGURATION, message, "Run \"concordat waive --help\" for the flags.");
    }
}
