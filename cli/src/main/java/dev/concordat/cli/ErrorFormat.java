package dev.concordat.cli;

import dev.concordat.check.Violation;
import dev.concordat.check.input.BreakingResult;
import dev.concordat.check.input.InputRoots;
import dev.concordat.check.report.GithubActionsReport;
import dev.concordat.check.report.GitlabCodeQualityReport;
import dev.concordat.check.report.JsonReport;
import dev.concordat.check.report.JunitReport;
import dev.concordat.check.report.MsvsReport;
import dev.concordat.check.report.Notice;
import dev.concordat.check.report.NoticeReport;
import dev.concordat.check.report.Report;
import dev.concordat.check.report.SarifReport;
import dev.concordat.check.report.TextReport;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Problem;
import dev.concordat.schema.config.Suggestions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How violations are printed. */
enum ErrorFormat {
    TEXT,
    JSON,
    MSVS,
    JUNIT,
    GITHUB_ACTIONS,
    GITLAB_CODE_QUALITY,
    SARIF;

    static final Flag FLAG = Flag.valued("--error-format", "format", "One of " + names());

    /** The format that was asked for. */
    static ErrorFormat of(Arguments arguments) throws ContractException {
        String name = arguments.value(FLAG.name()).orElse(TEXT.toString());
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> ContractException.of(
                        Failure.CONFIGURATION,
                        "Unknown error format \"%s\".%s".formatted(name, suggestion(name)),
                        "The formats are " + names() + "."));
    }

    /** Whether it is a log that people read, to which more lines may be added. */
    boolean isLog() {
        return this == TEXT || this == GITHUB_ACTIONS;
    }

    /** Prints what reviewers must see first; where standard output is data for programs, on standard error. */
    void printFirst(List<Notice> notices, Terminal terminal) {
        switch (this) {
            case TEXT -> terminal.printReport(NoticeReport.text(notices));
            case GITHUB_ACTIONS -> {
                List<Notice> placed = new RepositoryPaths(terminal.directory(), InputRoots.ALIKE).ofNotices(notices);
                write(NoticeReport.githubActions(placed), terminal);
                StepSummary.append(NoticeReport.markdown(notices), System.getenv(), terminal);
            }
            default -> NoticeReport.text(notices).lines().forEach(terminal::tell);
        }
    }

    /** Prints on standard output what a comparison found. */
    void print(BreakingResult result, Terminal terminal) {
        print(result.violations(), List.of(), result.roots(), terminal);
    }

    /** Prints on standard output that there is nothing to tell. */
    void printNothing(Terminal terminal) {
        print(List.of(), List.of(), terminal);
    }

    /** Prints violations and what else stands against a change on standard output. */
    void print(List<Violation> violations, List<Problem> problems, Terminal terminal) {
        print(violations, problems, InputRoots.ALIKE, terminal);
    }

    private void print(List<Violation> violations, List<Problem> problems, InputRoots roots, Terminal terminal) {
        RepositoryPaths paths = new RepositoryPaths(terminal.directory(), roots);
        Report report = isForCodeHost()
                ? Report.of(paths.ofViolations(violations), paths.ofProblems(problems))
                : Report.of(violations, problems);
        print(report, System.getenv(), terminal);
    }

    /** Whether a code host shows it beside the lines of a repository. */
    private boolean isForCodeHost() {
        return this == SARIF || this == GITHUB_ACTIONS || this == GITLAB_CODE_QUALITY;
    }

    /** Runs work; contracts that do not compile are printed as violations of type COMPILE, on standard output. */
    int guard(Terminal terminal, Work work) throws ContractException {
        try {
            return work.run();
        } catch (ContractException e) {
            if (e.failure() != Failure.CONTRACT) {
                throw e;
            }
            RepositoryPaths paths = new RepositoryPaths(terminal.directory(), InputRoots.ALIKE);
            List<Problem> problems = isForCodeHost() ? paths.ofProblems(e.problems()) : e.problems();
            print(Report.ofProblems(problems), System.getenv(), terminal);
            return ExitStatus.VIOLATIONS;
        }
    }

    /** Prints a report, and on GitHub appends it to the step summary that the environment names. */
    void print(Report report, Map<String, String> environment, Terminal terminal) {
        write(text(report), terminal);
        if (this == GITHUB_ACTIONS) {
            StepSummary.append(report, environment, terminal);
        }
    }

    /** Prints text as the rest of it is: programs read UTF-8, whatever a terminal here would show. */
    void write(String text, Terminal terminal) {
        if (this == TEXT) {
            terminal.printReport(text);
        } else {
            terminal.result().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String text(Report report) {
        return switch (this) {
            case TEXT -> TextReport.print(report);
            case JSON -> JsonReport.print(report);
            case MSVS -> MsvsReport.print(report);
            case JUNIT -> JunitReport.print(report);
            case GITHUB_ACTIONS -> GithubActionsReport.print(report);
            case GITLAB_CODE_QUALITY -> GitlabCodeQualityReport.print(report);
            case SARIF -> SarifReport.print(report);
        };
    }

    private static String names() {
        List<String> names = Arrays.stream(values()).map(ErrorFormat::toString).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** The format of which only a part was given, such as {@code github}, else the one spelled most alike. */
    private static String suggestion(String name) {
        List<String> names = Arrays.stream(values()).map(ErrorFormat::toString).toList();
        return names.stream()
                .filter(known -> !name.isBlank() && (known.contains(name) || name.contains(known)))
                .findFirst()
                .map(" Did you mean \"%s\"?"::formatted)
                .orElseGet(() -> Suggestions.didYouMean(name, names));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a command does once its arguments are read. */
    interface Work {
        int run() throws ContractException;
    }
}
