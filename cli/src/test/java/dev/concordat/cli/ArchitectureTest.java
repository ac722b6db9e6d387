package dev.concordat.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.concordat", importOptions = ArchitectureTest.OnlyMain.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.concordat.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(liveInNullMarkedPackage());

    @ArchTest
    static final ArchRule onlyMainTouchesStandardStreams = noClasses()
            .that(not(belongToAnyOf(Main.class)))
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    /** The Maven plugin runs in a process of others, whose log would tell other times. */
    @ArchTest
    static final ArchRule onlyMainChangesTheWholeProcess = noClasses()
            .that(not(belongToAnyOf(Main.class)))
            .should()
            .callMethod(TimeZone.class, "setDefault", TimeZone.class)
            .orShould()
            .callMethod(Locale.class, "setDefault", Locale.class)
            .orShould()
            .callMethod(System.class, "setProperty", String.class, String.class);

    @ArchTest
    static final ArchRule noGenericExceptionIsThrown = noClasses().should(THROW_GENERIC_EXCEPTIONS);

    @ArchTest
    static final ArchRule noGenericExceptionIsDeclared = noCodeUnits()
            .should()
            .declareThrowableOfType(Exception.class)
            .orShould()
            .declareThrowableOfType(Throwable.class);

    @ArchTest
    static final ArchRule schemaDependsOnNoOtherRoom = dependsOnRooms("dev.concordat.schema..");

    @ArchTest
    static final ArchRule checkDependsOnSchemaAlone = dependsOnRooms("dev.concordat.check..", "dev.concordat.schema..");

    @ArchTest
    static final ArchRule nothingDependsOnCli = noClasses()
            .that()
            .resideOutsideOfPackage("dev.concordat.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.concordat.cli..");

    private static ArchRule dependsOnRooms(String room, String... others) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.concordat..")
                        .or(resideInAnyPackage(room))
                        .or(resideInAnyPackage(others)))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = type.getPackageName() + ", the package of " + type.getSimpleName();
                events.add(new SimpleConditionEvent(
                        type, marked, message + (marked ? ", is" : ", is not") + " @NullMarked"));
            }
        };
    }

    /** Without tests, also where a quick build puts them, which ArchUnit's own option does not know. */
    static final class OnlyMain implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }
}
