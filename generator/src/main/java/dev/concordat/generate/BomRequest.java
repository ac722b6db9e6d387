package dev.concordat.generate;

import dev.concordat.generate.Pom.Managed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A BOM to be built.
 *
 * @param project its coordinates
 * @param members the artifacts that work together
 * @param imports the BOM of our artifacts, when this is the platform, which also imports those of protobuf and gRPC
 * @param info the repository that it comes from
 */
public record BomRequest(
        Coordinates project, List<Coordinates> members, Optional<Coordinates> imports, ProjectInfo info) {

    /** Copies the list. */
    public BomRequest {
        members = List.copyOf(members);
    }

    Pom pom(Lock lock) {
        List<Managed> managed = new ArrayList<>();
        imports.ifPresent(bom -> {
            managed.add(new Managed(bom, true));
            managed.add(new Managed(
                    new Coordinates(
                            "com.google.protobuf",
                            "protobuf-bom",
                            lock.library(Lock.PROTOBUF).version()),
                    true));
            managed.add(new Managed(
                    new Coordinates(
                            "io.grpc", "grpc-bom", lock.library(Lock.GRPC_STUB).version()),
                    true));
            managed.add(new Managed(lock.library(Lock.PROTOVALIDATE), false));
        });
        members.stream().sorted().forEach(member -> managed.add(new Managed(member, false)));
        String description = imports.isPresent()
                ? "The contracts that work together, with the protobuf and gRPC they run on; import it in an application."
                : "The contracts that work together; import it beside a platform of your own.";
        return new Pom(project, "pom", project.artifactId(), description, info, List.of(), managed);
    }
}
