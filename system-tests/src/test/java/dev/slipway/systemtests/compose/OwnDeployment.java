package dev.slipway.systemtests.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Steps of what becomes of a project of one's own that is deployed.
final class OwnDeployment {
    private OwnDeployment() {}

    /// Returns the address at which the service says whether it is well.
    static String begun(OwnProject project) {
        project.begin();
        int port = port();
        String address = "http://127.0.0.1:%d/health".formatted(port);
        String settings = project.folder()
                .read(".env")
                .replaceFirst("(?m)^SERVICE_PORT=.*", "SERVICE_PORT=" + port)
                .replaceFirst("(?m)^HEALTH_URL=.*", "HEALTH_URL=" + address);
        project.folder().write(".env", settings);
        return address;
    }

    private static int port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void revision3(OwnProject project, String header) {
        project.folder().write("migrations/V3__body.sql", header + "alter table notes add body text;\n");
        project.folder().write("migrations/U3__body.sql", "alter table notes drop body;\n");
        project.slipway("prove").orFail();
    }

    /// What the service is built for needs what the rollback takes back.
    static void modelOf3(OwnProject project) {
        project.folder().write("migrations/model.json", """
                {"tables": [{"name": "notes", "primaryKey": ["id"], "columns": [
                    {"name": "id", "type": "bigint", "generated": true}, {"name": "title", "type": "text"},
                    {"name": "body", "type": "text", "nullable": true}]}]}
                """);
        project.folder().write(".env", project.folder().read(".env") + "SLIPWAY_MODEL=/migrations/model.json\n");
    }

    static String image(OwnProject project) {
        return project.container(project.name()).value(".Image");
    }
}
