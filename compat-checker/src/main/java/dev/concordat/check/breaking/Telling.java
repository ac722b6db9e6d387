package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import dev.concordat.schema.EnumType;
import dev.concordat.schema.Message;
import dev.concordat.schema.ProtoFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells findings that have one cause as one, which says what the author did and holds the findings as its constituents. */
final class Telling {
    /** The check of a rule whose findings are made of other rules' findings. */
    static final Check FROM_OTHERS = (comparison, reporter) -> {};

    private static final List<Teller> TELLERS = List.of(
            new Teller(FieldNumbers.RULE, FieldNumbers::stories),
            new Teller(EnumValueNumbers.RULE, EnumValueNumbers::stories),
            new Teller(EnumValueNames.RULE, EnumValueNames::stories),
            new Teller(ChangedPackages.RULE, ChangedPackages::stories),
            new Teller(RenamedMessages.RULE, RenamedMessages::stories),
            new Teller(RenamedEnums.RULE, RenamedEnums::stories),
            new Teller(RenamedOneofs.RULE, RenamedOneofs::stories),
            new Teller(RenamedFields.RULE, RenamedFields::stories),
            new Teller(DeletedPackages.RULE, DeletedPackages::stories));

    /** The rules of ours that also find what others do not; buf knows nothing of these findings. */
    private static final Set<String> FINDERS = Set.of(FieldNumbers.RULE, EnumValueNumbers.RULE);

    private final Map<Subject, List<Finding>> bySubject = new HashMap<>();
    private final Set<Subject> renames = new HashSet<>();
    private final Set<Finding> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Violation> told = new ArrayList<>();
    private final Evidence evidence;
    private final AlsoChanged alsoChanged;

    private Telling(List<Finding> findings, Evidence evidence, AlsoChanged alsoChanged) {
        this.evidence = evidence;
        this.alsoChanged = alsoChanged;
        for (Finding finding : findings) {
            for (Subject subject : finding.subjects()) {
                bySubject.computeIfAbsent(subject, unused -> new ArrayList<>()).add(finding);
            }
        }
    }

    /** The violations of these findings, told by the active ones of the rules that tell. */
    static List<Violation> tell(
            List<Finding> findings,
            Comparison comparison,
            List<BreakingRule> activeRules,
            Exemptions exemptions,
            Evidence evidence,
            AlsoChanged alsoChanged) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Telling telling = new Telling(findings, evidence, alsoChanged);
        Set<String> active = activeRules.stream().map(BreakingRule::id).collect(Collectors.toSet());
        List<List<Story>> stories = TELLERS.parallelStream()
                .filter(teller -> active.contains(teller.ruleId()))
                .map(teller -> teller.stories().apply(comparison).stream()
                        .filter(story -> !isExempt(story, exemptions))
                        .toList())
                .toList();
        stories.forEach(ofRule -> telling.noteRenames(ofRule, comparison.previous()));
        stories.forEach(telling::tell);
        List<Finding> rest = new ArrayList<>(findings);
        rest.removeIf(telling.taken::contains);
        telling.told.addAll(FirstValues.takeFrom(rest, comparison));
        telling.told.addAll(Consequences.told(rest));
        return telling.told;
    }

    /**
     * Whether nothing is reported where a story would be told: what it explains elsewhere stays as it was found. One of a package that is gone is about
     * all of its files, whichever it is told at.
     */
    private static boolean isExempt(Story story, Exemptions exemptions) {
        return story.location().isPresent()
                && exemptions.cover(story.ruleId(), story.location(), Optional.of(story.previousLocation()));
    }

    /** Notes what stories tell of new names, which no other one needs to tell besides; each has a finding of its own, that something is gone, or that a package is. */
    private void noteRenames(List<Story> stories, Scope previous) {
        for (Story story : stories) {
            if (story.subjects().stream().anyMatch(subject -> isGone(subject, previous))) {
                story.subjects().stream()
                        .filter(Subject.Replaced.class::isInstance)
                        .forEach(renames::add);
            }
        }
    }

    private boolean isGone(Subject subject, Scope previous) {
        if (subject instanceof Subject.Deleted deleted) {
            return bySubject.containsKey(deleted) || isGoneWithItsFile(deleted.fullName(), previous);
        }
        // Its rule reports it wherever it tells it.
        return subject instanceof Subject.PackageOf;
    }

    private boolean isGoneWithItsFile(String fullName, Scope previous) {
        Message message = previous.message(fullName);
        EnumType enumType = previous.enumType(fullName);
        String path = message != null ? message.file() : enumType != null ? enumType.file() : "";
        ProtoFile file = previous.files().get(path);
        return file != null
                && (bySubject.containsKey(new Subject.DeletedFile(path))
                        || bySubject.containsKey(
                                new Subject.DeletedPackage(file.packageName().value())));
    }

    /** Tells the stories of one rule that explain anything new. A finding may belong to several of them: a number that one left and another took. */
    private void tell(List<Story> stories) {
        Set<Finding> explained = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Story story : stories) {
            Set<Finding> findings = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Subject subject : story.subjects()) {
                findings.addAll(bySubject.getOrDefault(subject, List.of()));
            }
            findings.removeAll(taken);
            if (!findings.isEmpty()) {
                told.add(violation(story, findings));
                explained.addAll(findings);
            }
        }
        taken.addAll(explained);
    }

    private Violation violation(Story story, Set<Finding> findings) {
        List<Violation> constituents = new ArrayList<>();
        for (Finding finding : findings) {
            if (!FINDERS.contains(finding.violation().ruleId())) {
                constituents.add(finding.violation());
            }
        }
        Collections.sort(constituents);
        return new Violation(
                story.ruleId(),
                story.location(),
                Optional.of(story.previousLocation()),
                story.message() + alsoChanged.besides(story.moved(), renames),
                constituents,
                evidence.of(story.ruleId(), story.subjects()));
    }

    /** A rule that tells, and what it has to tell. */
    private record Teller(String ruleId, Function<Comparison, List<Story>> stories) {}
}
