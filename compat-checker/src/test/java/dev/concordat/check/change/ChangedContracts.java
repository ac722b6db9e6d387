package dev.concordat.check.change;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkingCompiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contracts that are compared by what changed in them. */
final class ChangedContracts {
    private ChangedContracts() {}

    static List<String> descriptions(Changes changes) {
        return changes.changes().stream().map(Change::description).toList();
    }

    static Changes between(String previous, String current) throws ContractException {
        return Changes.between(compile(previous), compile(current), ".");
    }

    static Schema compile(String body) throws ContractException {
        return compile(Map.of("a.proto", "syntax = \"proto3\"; package p.v1; " + body));
    }

    static Schema compile(Map<String, String> texts) throws ContractException {
        List<ContractFile> files = new ArrayList<>();
        new TreeMap<>(texts)
                .forEach((path, text) -> files.add(new ContractFile(
                        path, Optional.of("."), new SourceText(path, text.getBytes(StandardCharsets.UTF_8)))));
        return new LinkingCompiler().compile(files);
    }
}
