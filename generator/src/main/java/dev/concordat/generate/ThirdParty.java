package dev.concordat.generate;

import java.util.Optional;

/** Which published artifact holds the generated classes of a third party's contract; such classes are never generated again. */
final class ThirdParty {
    private ThirdParty() {}

    /** The artifact for an import path, empty when no known artifact holds it. */
    static Optional<Coordinates> artifact(String importPath, Lock lock) {
        if (importPath.startsWith("google/protobuf/")) {
            return Optional.of(lock.library(Lock.PROTOBUF));
        }
        if (importPath.startsWith("buf/validate/")) {
            return Optional.of(lock.library(Lock.PROTOVALIDATE));
        }
        return importPath.startsWith("google/") ? Optional.of(lock.library(Lock.COMMON_PROTOS)) : Optional.empty();
    }
}
