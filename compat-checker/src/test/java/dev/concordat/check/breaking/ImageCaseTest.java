package dev.concordat.check.breaking;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.check.Violation;
import dev.concordat.check.report.TextReport;
import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Schema;
import dev.concordat.schema.image.ImageFile;
import dev.concordat.schema.image.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cases expect is found in images of their contracts too. */
final class ImageCaseTest {
    static Stream<String> rules() {
        return RuleCase.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheSameInImages(String rule) {
        assertAll(RuleCase.of(rule).map(ruleCase -> () -> assertExpected(ruleCase)));
    }

    private static void assertExpected(RuleCase ruleCase) throws IOException, ContractException {
        Part previous = ofImage(ruleCase.files("previous"));
        Part current = ofImage(ruleCase.files("current"));
        List<Violation> violations = new ArrayList<>(new BreakingChecker().check(previous, current, ruleCase.config()));
        violations.addAll(ruleCase.reuses(previous.world(), current));
        assertEquals(
                withoutPositions(Files.readString(ruleCase.expected())),
                withoutPositions(TextReport.print(violations)),
                ruleCase::toString);
    }

    /** protoc's source info, which images have, says less of defaults and of options in aggregates than our parser. */
    private static List<String> withoutPositions(String text) {
        return text.lines()
                .map(line -> line.replaceFirst(":[0-9]+:[0-9]+:", ":"))
                .sorted()
                .toList();
    }

    /** The files as an image of them and of what they import tells of them. */
    private static Part ofImage(List<ContractFile> files) throws IOException, ContractException {
        List<String> paths = files.stream()
                .filter(file -> file.module().isPresent())
                .map(ContractFile::importPath)
                .toList();
        byte[] image = RuleCase.compile(files).image(paths).toByteArray();
        Schema world = new ImageFile(ImageFormat.parse("image.binpb")).read(image);
        return new Part(world, Set.copyOf(paths), Set.of(), Set.of());
    }
}
