package dev.concordat.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One thing that every workflow must keep to, so that nobody publishes by opening a pull request. */
record WorkflowRule(String id, Predicate<Workflow> holds) {
    private static final Set<String> TRIGGERS =
            Set.of("pull_request", "push", "workflow_dispatch", "schedule", "merge_group");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern USES = Pattern.compile("(?m)^[ -]*uses:.*$");
    private static final Pattern USES_WITH_VERSION = Pattern.compile("[ -]*uses: \\S+@\\S+ # v\\d+(\\.\\d+)*");

    static final List<WorkflowRule> ALL = List.of(
            new WorkflowRule("top-level-permissions-empty", WorkflowRule::topLevelPermissionsEmpty),
            new WorkflowRule("job-permissions-listed", eachJob(WorkflowRule::permissionsListed)),
            new WorkflowRule("write-only-in-publish-environment", eachJob(WorkflowRule::writesOnlyInEnvironment)),
            new WorkflowRule("write-never-cancelled", WorkflowRule::writeNeverCancelled),
            new WorkflowRule("write-without-cache", eachJob(WorkflowRule::writesWithoutCache)),
            new WorkflowRule("triggers-allowed", workflow -> TRIGGERS.containsAll(workflow.triggers())),
            new WorkflowRule("push-on-branches-only", WorkflowRule::pushesOnBranchesOnly),
            new WorkflowRule("merge-queue-gated", WorkflowRule::mergeQueueGated),
            new WorkflowRule("merge-queue-target-named", WorkflowRule::mergeQueueTargetNamed),
            new WorkflowRule("actions-pinned", WorkflowRule::actionsPinned),
            new WorkflowRule("actions-versioned", WorkflowRule::actionsVersioned),
            new WorkflowRule("checkout-whole-history", eachCheckout("fetch-depth", "0")),
            new WorkflowRule("checkout-without-credentials", eachCheckout("persist-credentials", "false")),
            new WorkflowRule("checkout-without-extras", WorkflowRule::checkoutWithoutExtras),
            new WorkflowRule("script-without-expressions", WorkflowRule::scriptsWithoutExpressions),
            new WorkflowRule(
                    "job-timeout",
                    eachJob(job -> !job.get("timeout-minutes").text().isEmpty())));

    private static Predicate<Workflow> eachJob(Predicate<YamlNode> holds) {
        return workflow -> workflow.jobs().values().stream().allMatch(holds);
    }

    private static Predicate<Workflow> eachCheckout(String input, String value) {
        return workflow -> workflow.checkouts().stream()
                .allMatch(with -> with.get(input).text().equals(value));
    }

    private static boolean topLevelPermissionsEmpty(Workflow workflow) {
        return Map.of().equals(workflow.root().get("permissions").value());
    }

    private static boolean permissionsListed(YamlNode job) {
        return job.get("permissions").value() instanceof Map;
    }

    private static boolean writes(YamlNode job) {
        return job.get("permissions").text().equals("write-all")
                || job.get("permissions").entries().values().stream()
                        .anyMatch(permission -> permission.text().equals("write"));
    }

    private static boolean writesOnlyInEnvironment(YamlNode job) {
        return !writes(job) || job.get("environment").text().equals("publish");
    }

    private static boolean writeNeverCancelled(Workflow workflow) {
        YamlNode concurrency = workflow.root().get("concurrency");
        return workflow.jobs().values().stream().noneMatch(WorkflowRule::writes)
                || (!concurrency.get("group").text().isEmpty()
                        && concurrency.get("cancel-in-progress").text().equals("false"));
    }

    private static boolean writesWithoutCache(YamlNode job) {
        return !writes(job)
                || job.get("steps").items().stream()
                        .noneMatch(step -> step.get("uses").text().startsWith("actions/cache")
                                || step.get("with").entries().containsKey("cache"));
    }

    /** A push without a filter also runs for tags. */
    private static boolean pushesOnBranchesOnly(Workflow workflow) {
        Map<String, YamlNode> push = workflow.root().get("on").get("push").entries();
        return !workflow.triggers().contains("push")
                || (push.containsKey("branches") && !push.containsKey("tags") && !push.containsKey("tags-ignore"));
    }

    private static boolean mergeQueueGated(Workflow workflow) {
        return !workflow.triggers().contains("pull_request")
                || workflow.triggers().contains("merge_group");
    }

    /** A merge queue of another branch than main goes there; the variable of pull requests is empty in it. */
    private static boolean mergeQueueTargetNamed(Workflow workflow) {
        return !workflow.triggers().contains("merge_group")
                || workflow.steps().stream()
                        .flatMap(step -> step.get("env").entries().values().stream())
                        .map(YamlNode::text)
                        .filter(value -> value.contains("github.base_ref"))
                        .allMatch("${{ github.base_ref || github.event.merge_group.base_ref }}"::equals);
    }

    private static boolean actionsPinned(Workflow workflow) {
        return workflow.steps().stream()
                .map(step -> step.get("uses").text())
                .allMatch(action -> action.isEmpty() || PINNED.matcher(action).matches());
    }

    private static boolean actionsVersioned(Workflow workflow) {
        return USES.matcher(workflow.text())
                .results()
                .allMatch(line -> USES_WITH_VERSION.matcher(line.group()).matches());
    }

    private static boolean checkoutWithoutExtras(Workflow workflow) {
        return workflow.checkouts().stream()
                .noneMatch(with -> with.entries().containsKey("submodules")
                        || with.entries().containsKey("lfs")
                        || with.entries().containsKey("token")
                        || with.entries().containsKey("ssh-key"));
    }

    private static boolean scriptsWithoutExpressions(Workflow workflow) {
        return workflow.steps().stream()
                .noneMatch(step -> step.get("run").text().contains("${{")
                        || step.get("with").get("script").text().contains("${{"));
    }
}
