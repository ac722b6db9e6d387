package dev.concordat.schema;

import java.util.List;

/** What turns contract files into a schema. */
public interface ContractCompiler {

    /**
     * Compiles the files together.
     *
     * @param files every file of a workspace; built-in contracts that they import need not be among them
     * @throws ContractException with every problem found, when the files are no valid contracts
     */
    Schema compile(List<ContractFile> files) throws ContractException;
}
