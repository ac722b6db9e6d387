package dev.concordat.check.history;

import dev.concordat.check.input.BreakingRequest;
import dev.concordat.check.input.Dependencies;
import dev.concordat.check.input.InputComparison;
import dev.concordat.check.input.InputCompiler;
import dev.concordat.check.report.JsonReport;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import dev.concordat.schema.config.BufYaml;
import dev.concordat.schema.config.Workspace;
import dev.concordat.schema.link.LinkingCompiler;
import dev.concordat.schema.source.DirectoryTree;
import dev.concordat.schema.source.InputReference;
import dev.concordat.schema.source.UserCaches;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** This checker, as {@code concordat breaking --against ../previous --error-format json} calls it, in this process. */
final class Concordat {
    private final States states;
    private final InputComparison comparison;

    /** A checker of one step, whose states are on disk. */
    Concordat(States states) {
        this.states = states;
        this.comparison = new InputComparison(new InputCompiler(
                states.current(), InputStream.nullInputStream(), Dependencies.in(UserCaches.of(System.getenv()))));
    }

    /** What some rules find. */
    Answer answer(RuleSet rules) {
        try {
            BreakingRequest request = new BreakingRequest(
                    InputReference.parse("."),
                    InputReference.parse("../" + States.PREVIOUS),
                    Optional.of(config(states.current(), rules)),
                    Optional.of(config(states.previous(), rules)),
                    List.of(),
                    List.of(),
                    List.of());
            return Answer.parse(JsonReport.print(comparison.compare(request).violations()));
        } catch (ContractException e) {
            return Answer.refused(first(e));
        }
    }

    private static BufYaml config(Path workspace, RuleSet rules) throws ContractException {
        byte[] content = States.configuration(workspace, rules).getBytes(StandardCharsets.UTF_8);
        return BufYaml.parse(BufYaml.FILE, content);
    }

    /** Both states, compiled as wholes. */
    Versions whole() throws ContractException {
        return new Versions(whole(states.previous()), whole(states.current()));
    }

    private static Schema whole(Path workspace) throws ContractException {
        return new LinkingCompiler()
                .compile(Workspace.load(new DirectoryTree(workspace, ""), "").files());
    }

    /** The first problem of an exception. */
    static String first(ContractException e) {
        return e.problems().get(0).toString();
    }
}
