package dev.concordat.schema;

import java.util.Optional;

/**
 * A contract file before it is compiled.
 *
 * @param importPath the path that other files import it by
 * @param module the module it belongs to, empty for a third party's file
 * @param text its content
 */
public record ContractFile(String importPath, Optional<String> module, SourceText text) {}
