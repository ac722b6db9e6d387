package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.v1alpha",
                "a.v1beta2",
                "a.v2p3alpha1",
                "a.b.v01test",
                "a.v1testing_2",
                "a.v1test",
                "a.v10beta01"
            })
    void anUnstableVersionIsTheLastPart(String packageName) {
        assertTrue(PackageVersion.isUnstable(packageName));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1alpha1",
                "a.v1",
                "a.v0alpha1",
                "a.v1alpha0",
                "a.v1gamma1",
                "a.v1alphabeta",
                "a.v1test.orders",
                "a.v1test.v1",
                "a.v1beta1.orders",
                "a.xv1beta1"
            })
    void everythingElseIsStable(String packageName) {
        assertFalse(PackageVersion.isUnstable(packageName));
    }
}
