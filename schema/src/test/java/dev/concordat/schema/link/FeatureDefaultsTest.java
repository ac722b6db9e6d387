package dev.concordat.schema.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldOptions.EditionDefault;
import com.google.protobuf.Descriptors.FieldDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the defaults of features with what descriptor.proto of the protobuf runtime says about them. */
final class FeatureDefaultsTest {

    @ParameterizedTest
    @EnumSource(Edition.class)
    void areThoseOfDescriptorProto(Edition edition) {
        Features features = FeatureDefaults.of(edition);
        for (FieldDescriptor feature : FeatureSet.getDescriptor().getFields()) {
            assertEquals(feature.getName(), Features.name(feature.getNumber()));
            assertEquals(
                    feature.getEnumType()
                            .findValueByName(latest(feature, edition))
                            .getNumber(),
                    features.get(feature.getNumber()),
                    feature.getName());
        }
    }

    private static String latest(FieldDescriptor feature, Edition edition) {
        int reached = 0;
        String value = "";
        for (EditionDefault one : feature.getOptions().getEditionDefaultsList()) {
            int since = one.getEdition().getNumber();
            if (since <= edition.number() && since >= reached) {
                reached = since;
                value = one.getValue();
            }
        }
        return value;
    }
}
