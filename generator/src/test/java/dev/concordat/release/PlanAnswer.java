package dev.concordat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.source.GitRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that a plan of the working tree says, as text; of contracts that do not compile, what is wrong with them. */
final class PlanAnswer {
    private PlanAnswer() {}

    /** What is said when only what a change touches is compiled. */
    static String ofTouched(ContractClone clone) {
        return of(clone, planner -> told(planner.planWorkingTree()));
    }

    /** What is said when everything is compiled; outlines must tell of it what the compiled contracts do. */
    static String ofAll(ContractClone clone) {
        return of(clone, planner -> {
            Plan plan = planner.ofAll().planWorkingTree();
            assertOutlines(plan.revision());
            return told(plan);
        });
    }

    private static String of(ContractClone clone, Question question) {
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            return question.answer(clone.planner(repository, ContractClone.TOOLS));
        } catch (ContractException e) {
            return (e.failure() == Failure.CONTRACT ? "CONTRACT " : e.failure() + " ") + e.getMessage();
        }
    }

    private interface Question {
        String answer(Planner planner) throws ContractException;
    }

    private static void assertOutlines(Revision revision) throws ContractException {
        Outlines outlines = revision.outlines();
        for (ContractModule module : revision.modules()) {
            Schema own = revision.schema().ofModule(module.path());
            long messages = own.messages().stream()
                    .filter(message -> !message.mapEntry())
                    .count();
            assertEquals(own.files().size(), outlines.files(module.path()));
            assertEquals(messages + own.enums().size() + own.services().size(), outlines.types(module.path()));
            assertEquals(
                    own.files().stream().map(file -> file.packageName().value()).collect(Collectors.toSet()),
                    outlines.packages(module.path()));
            Set<String> reached =
                    revision
                            .schema()
                            .reachableFrom(
                                    own.files().stream().map(ProtoFile::path).toList())
                            .stream()
                            .filter(file -> !file.module().equals(Optional.of(module.path())))
                            .map(ProtoFile::path)
                            .collect(Collectors.toSet());
            assertEquals(
                    reached,
                    outlines.reachedFrom(module.path()).stream()
                            .map(ContractFile::importPath)
                            .collect(Collectors.toSet()));
        }
    }

    private static String told(Plan plan) {
        String modules = plan.modules().stream()
                .map(module -> List.of(
                                module.tag(),
                                module.due(),
                                module.bump(),
                                module.why(),
                                module.inputs(),
                                module.dependencies(),
                                told(module.change()))
                        .toString())
                .collect(Collectors.joining("\n"));
        String removed = plan.removed().stream()
                .map(module -> module.problem() + " " + module.violations())
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                plan.violations().stream().map(Violation::toString).collect(Collectors.joining("\n")),
                PlanText.print(plan),
                modules,
                removed);
    }

    private static String told(ModuleChange change) {
        String breaks = change.breaks().stream()
                .map(found -> found.fingerprint() + " " + found.wire() + ", ")
                .collect(Collectors.joining());
        return List.of(
                        change.baseline().description(),
                        breaks,
                        change.reasons(),
                        new TreeSet<>(change.brokenTypes()),
                        change.retired(),
                        change.files(),
                        change.types())
                .toString();
    }
}
