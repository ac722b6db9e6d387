package dev.concordat.release;

import dev.concordat.generate.BuiltArtifact;
import dev.concordat.schema.ContractException;
import java.util.List;

/** What builds and checks the artifacts of a release. */
public interface ArtifactSource {

    /** The artifacts of a module at its next version. */
    List<BuiltArtifact> build(Plan plan, ModulePlan module) throws ContractException;

    /** The POMs of the BOM and the platform at their next version. */
    List<BuiltArtifact> buildBom(Plan plan, Bom bom) throws ContractException;
}
