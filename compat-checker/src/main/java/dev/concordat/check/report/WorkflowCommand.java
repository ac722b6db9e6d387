package dev.concordat.check.report;

/**
 * A command to GitHub's runner, {@code ::name key=value,key=value::data}. The values and the data are printable text, and are encoded so that the runner
 * decodes exactly them.
 */
final class WorkflowCommand {
    private final StringBuilder head;
    private String separator = " ";

    private WorkflowCommand(String name) {
        this.head = new StringBuilder("::").append(name);
    }

    static WorkflowCommand named(String name) {
        return new WorkflowCommand(name);
    }

    WorkflowCommand with(String property, String value) {
        // The runner drops an equals sign that a value starts with.
        String kept = value.startsWith("=") ? "\\u{3d}" + value.substring(1) : value;
        String encoded = encode(kept).replace(":", "%3A").replace(",", "%2C");
        head.append(separator).append(property).append('=').append(encoded);
        separator = ",";
        return this;
    }

    WorkflowCommand with(String property, int value) {
        return with(property, Integer.toString(value));
    }

    /** The command as a line, ended. */
    String line(String data) {
        return head + "::" + encode(data) + "\n";
    }

    private static String encode(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
