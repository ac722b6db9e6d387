package dev.concordat.generate;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.util.Map;

/**
 * Which published artifacts hold the generated classes of third parties' contracts; such classes are never generated again.
 *
 * @param imported the artifacts that concordat.yaml names, by import path
 * @param lock names those of the contracts that are built in
 */
record ThirdParty(Map<String, Coordinates> imported, Lock lock) {

    /** The artifact for an import path. */
    Coordinates artifact(String importPath) throws ContractException {
        Coordinates named = imported.get(importPath);
        if (named != null) {
            return named;
        }
        if (importPath.startsWith("google/protobuf/")) {
            return lock.library(Lock.PROTOBUF);
        }
        if (importPath.startsWith("buf/validate/")) {
            return lock.library(Lock.PROTOVALIDATE);
        }
        if (importPath.startsWith("google/")) {
            return lock.library(Lock.COMMON_PROTOS);
        }
        throw ContractException.of(
                Failure.CONTRACT,
                "No published artifact is known for the classes of \"%s\".".formatted(importPath),
                "Name the jar that holds both under \"imports\" in concordat.yaml, or add the contract as a module of its own.");
    }
}
