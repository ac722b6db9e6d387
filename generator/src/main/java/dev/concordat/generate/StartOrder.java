package dev.concordat.generate;

import dev.concordat.schema.Import;
import dev.concordat.schema.Place;
import dev.concordat.schema.Position;
import dev.concordat.schema.Problem;
import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds contracts whose Java classes cannot be the first that a program uses. A class initialises those of its imports in their order, and protobuf-java,
 * at least up to 4.36.2, fails to initialise its Java features before anything else; no class of the contract can be used from then on.
 */
public final class StartOrder {
    private static final String JAVA_FEATURES = "google/protobuf/java_features.proto";

    private StartOrder() {}

    /** A problem for each such file. */
    public static List<Problem> problems(Collection<ProtoFile> files) {
        List<Problem> problems = new ArrayList<>();
        for (ProtoFile file : files) {
            file.imports().stream()
                    .filter(imported -> imported.kind() != Import.Kind.OPTION)
                    .findFirst()
                    .filter(first -> first.path().equals(JAVA_FEATURES))
                    .ifPresent(first -> problems.add(problem(first)));
        }
        return problems;
    }

    private static Problem problem(Import features) {
        Position start = features.location().startPosition();
        return Problem.at(
                new Place(features.location().path(), start.line(), start.column()),
                "\"%s\" is imported first, and a program that uses the Java classes of this file before others of protobuf would fail: protobuf-java cannot initialise its Java features first."
                        .formatted(JAVA_FEATURES),
                "Import \"google/protobuf/descriptor.proto\" before it, or, in edition 2024, write \"import option\".");
    }
}
