package dev.slipway.runner;

import java.lang.reflect.InvocationTargetException;

/// Starts the program, or says that this Java is too old for it. Compiled for Java 8, so that an old Java can run it.
public final class Launcher {
    static final int NEEDED = 25;

    private static final int USAGE = 2;

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        String problem = problem(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (!problem.isEmpty()) {
            System.err.println(problem);
            System.exit(USAGE);
        }
        try {
            Class.forName("dev.slipway.runner.cli.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    /// What is wrong with this Java, or an empty text.
    ///
    /// @param version `1.8`, `17`, `25`
    static String problem(String version, String home) {
        String major = version.startsWith("1.") ? version.substring(2) : version;
        if (Integer.parseInt(major) >= NEEDED) {
            return "";
        }
        return "error: Java " + NEEDED + " or newer is needed, and this is Java " + major + " in " + home
                + "\n  state: nothing was changed"
                + "\n  help:  run it with the java of a newer JDK or JRE, or use the container image";
    }
}
