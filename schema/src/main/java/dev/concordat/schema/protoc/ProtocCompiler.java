package dev.concordat.schema.protoc;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractCompiler;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.Place;
import dev.concordat.schema.Problem;
import dev.concordat.schema.Schema;
import dev.concordat.schema.image.ImageReader;
import dev.concordat.schema.process.ChildProcess;
import dev.concordat.schema.process.Limits;
import dev.concordat.schema.process.Result;
import dev.concordat.schema.process.ScratchDirectory;
import dev.concordat.schema.source.FileReason;
import dev.concordat.schema.source.PathRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles contracts with the real protoc, in a child process that cannot outlive its limits. */
public final class ProtocCompiler implements ContractCompiler {
    private static final Duration TIME = Duration.ofMinutes(2);
    private static final int DIAGNOSTIC_BYTES = 4 << 20;
    private static final long IMAGE_BYTES = 1L << 30;
    private static final String IMAGE = "image.binpb";

    /** No import path can begin like this, so protoc's way of printing it tells its prefix from the path. */
    static final String DIRECTORY = "contracts~";

    private final Path protoc;

    /** A compiler that runs this protoc. */
    public ProtocCompiler(Path protoc) {
        this.protoc = protoc;
    }

    @Override
    public Schema compile(List<ContractFile> files) throws ContractException {
        if (files.isEmpty()) {
            return new Schema(List.of());
        }
        Map<String, ContractFile> sources = new LinkedHashMap<>();
        BuiltInContracts.importedBy(files).forEach(file -> sources.put(file.importPath(), file));
        files.forEach(file -> sources.put(file.importPath(), file));
        refuseOddNames(files);
        try (ScratchDirectory scratch = ScratchDirectory.create("concordat-compile")) {
            Path contracts = Files.createDirectory(scratch.path().resolve(DIRECTORY));
            for (ContractFile file : sources.values()) {
                ScratchDirectory.write(contracts, file);
            }
            Result result = run(scratch.path(), files);
            if (result.exitCode() != 0) {
                throw refused(result, sources);
            }
            return ImageReader.read(Files.readAllBytes(scratch.path().resolve(IMAGE)), sources);
        } catch (IOException e) {
            throw ContractException.of(
                    Failure.NO_ANSWER,
                    "The contracts could not be handed to protoc: " + FileReason.withFile(e) + ".",
                    "Check that the temporary directory is writable and has space.");
        }
    }

    /** protoc takes some names for flags, or for files of flags, and they are written to a disk here. */
    private static void refuseOddNames(List<ContractFile> files) throws ContractException {
        List<Problem> problems = new ArrayList<>();
        for (ContractFile file : files) {
            PathRules.objection(file.importPath())
                    .map(objection -> Problem.at(
                            Place.of(file.text().path()),
                            "The path %s %s, and protoc is not asked about such names."
                                    .formatted(PathRules.quoted(file.importPath()), objection),
                            "Rename it, or compile without protoc."))
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ContractException(Failure.CONTRACT, problems);
        }
    }

    private Result run(Path scratch, List<ContractFile> files) throws IOException, ContractException {
        List<String> arguments = new ArrayList<>(List.of(
                "--proto_path=" + DIRECTORY,
                "--include_imports",
                "--include_source_info",
                "--retain_options",
                "--descriptor_set_out=" + IMAGE));
        files.forEach(file -> arguments.add(file.importPath()));
        Files.write(scratch.resolve("arguments"), arguments);
        return ChildProcess.run(
                List.of(protoc.toString(), "@arguments"),
                scratch,
                new Limits(TIME, DIAGNOSTIC_BYTES, scratch, IMAGE_BYTES));
    }

    private static ContractException refused(Result result, Map<String, ContractFile> sources) {
        List<Problem> problems = ProtocDiagnostics.problems(result.stderr(), sources);
        return problems.isEmpty()
                ? ContractException.of(
                        Failure.NO_ANSWER,
                        "protoc ended with status " + result.exitCode() + " and named no problem.",
                        "A contract that nests very deeply can crash it; look at the files changed last.")
                : new ContractException(Failure.CONTRACT, problems);
    }
}
