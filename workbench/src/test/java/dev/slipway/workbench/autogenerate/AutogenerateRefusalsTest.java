package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What ends a run before a script is written.
final class AutogenerateRefusalsTest {
    private static final EntitySource USERS = new EntitySource("""
            @MappedEntity("users")
            record User(@Id @GeneratedValue @Nullable Long id, String fullName) {}
            """);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = Project.ofUsers(folder);
    }

    @Test
    void refusesWhatIsNoRenaming() {
        Path entities = project.compiled("entities", USERS);

        assertThat(masked(project.autogenerate(entities, List.of("--rename", "users.nick=users.full_name"))))
                .isEqualTo("""
                exit 2
                --- stderr
                error: --rename users.nick=users.full_name: there is no column users.nick
                  state: nothing was changed
                  help:  name it as it is after revision 1
                """);
        assertThat(masked(project.autogenerate(entities, List.of("--rename", "users.nick"))))
                .isEqualTo("""
                exit 2
                --- stderr
                error: --rename "users.nick" is no renaming
                  state: nothing was changed
                  help:  write --rename users.name=users.full_name, or --rename people=users
                """);
        assertThat(project.texts()).hasSize(2);
    }

    @Test
    void refusesEntitiesThatAreNotThere() {
        assertThat(masked(project.autogenerate(folder.resolve("nowhere"), List.of())))
                .isEqualTo("""
                exit 2
                --- stderr
                error: --entities FOLDER/nowhere: no such folder or jar: FOLDER/nowhere
                  state: nothing was changed
                  help:  compile the entities, or say with --entities where they are
                """);
        assertThat(masked(project.autogenerate(folder, List.of()))).isEqualTo("""
                exit 2
                --- stderr
                error: --entities FOLDER: there is no compiled class in FOLDER
                  state: nothing was changed
                  help:  name the folder of the compiled classes, built with Micronaut Data's annotation processor
                """);
    }

    @Test
    void refusesToWriteFromEntitiesThatNobodyNames() {
        assertThat(masked(project.run("revision", "--autogenerate", "-m", "change")))
                .isEqualTo("""
                exit 2
                --- stderr
                error: no entities are named
                  state: nothing was changed
                  help:  say with --entities, or in SLIPWAY_ENTITIES, where they are compiled to: --entities target/classes
                """);
        assertThat(project.texts()).hasSize(2);
    }

    @Test
    void checkRefusesEntitiesThatAreNotThereOfflineAsWell() throws IOException {
        Path entities = project.compiled("entities", USERS);
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("Other.class"), "");
        for (List<String> mode : List.of(List.of("--offline"), List.<String>of())) {
            assertThat(checked(mode, "nowhere")).endsWith("""
                    error: --entities FOLDER/nowhere: no such folder or jar: FOLDER/nowhere
                      state: nothing was changed
                      help:  compile the entities, or say with --entities where they are
                    """);
            assertThat(checked(mode, "scripts"))
                    .contains("error: --entities FOLDER/scripts: there is no compiled class in FOLDER/scripts\n");
            assertThat(checked(mode, "entities,scripts")).contains(": there is no compiled class in FOLDER/scripts\n");
            assertThat(checked(mode, "other")).contains("error: --entities FOLDER/other: there is no entity\n");
        }
        assertThat(masked(project.run("check", "--entities", ""))).contains("error: --entities : a path is empty\n");
        assertThat(masked(project.run("check", "--entities", "shared-model/target/classes")))
                .startsWith("exit 2\n");
        project.write("V2__empty.sql", "");
        assertThat(checked(List.of(), "nowhere")).startsWith("exit 2\n");
        assertThat(masked(project.run("check", "--entities", entities.toString())))
                .startsWith("exit 1\n");
    }

    private String checked(List<String> mode, String entities) {
        List<String> arguments = new ArrayList<>(mode);
        arguments.addFirst("check");
        arguments.add("--entities");
        arguments.add(Stream.of(entities.split(","))
                .map(path -> folder.resolve(path).toString())
                .collect(Collectors.joining(",")));
        String text = masked(project.run(arguments.toArray(String[]::new)));
        assertThat(text).startsWith("exit 2\n");
        return text;
    }

    @Test
    void saysWhichEntityAsksForTheImpossible() {
        Path entities = project.compiled("entities", new EntitySource("""
                @MappedEntity("users")
                record User(@Id Long id, @MappedProperty(definition = "no_such_type") String name) {}
                """));

        assertThat(masked(project.autogenerate(entities, List.of()))).isEqualTo("""
                exit 2
                --- stderr
                error: entity "shop.User" asks for what PostgreSQL refuses: type "no_such_type" does not exist
                  create table "users" ("id" bigint not null, "name" no_such_type, primary key ("id"))
                  state: nothing was changed
                  help:  correct the entity, most likely a definition in it; types have to be created by a revision first
                """);
    }

    @Test
    void saysWhatStandsInTheWay() {
        project.write("V2__names.sql", "create view names as select name from users;\n");
        Path entities = project.compiled("entities", new EntitySource("""
                @MappedEntity("users")
                record User(@Id @GeneratedValue @Nullable Long id) {}
                """));

        assertThat(masked(project.autogenerate(entities, List.of("--drop", "users.name"))))
                .isEqualTo("""
                exit 3
                --- stderr
                error: the tables cannot become those of the model: cannot drop column name of table users because \
                other objects depend on it
                  alter table users drop column name
                  detail: view names depends on column name of table users
                  state: nothing was written
                  help:  take what stands in the way out of it in a revision written by hand, and run this again
                """);
    }

    @Test
    void refusesToDropWhatAnEntityHas() {
        Path entities = project.compiled("entities", USERS);

        assertThat(masked(project.autogenerate(entities, List.of("--drop", "users.id,users.name,nothing"))))
                .isEqualTo("""
                exit 2
                --- stderr
                error: --drop nothing,users.id: nothing of that name is without an entity
                  state: nothing was changed
                  help:  without an entity are users.name
                """);
        assertThat(project.texts()).hasSize(2);
    }

    @Test
    void saysWhichClassIsBroken() throws IOException {
        Path entities = project.compiled("entities", USERS);
        Path broken = entities.resolve("shop/User.class");
        Files.write(broken, Arrays.copyOf(Files.readAllBytes(broken), 100));

        assertThat(masked(project.autogenerate(entities, List.of()))).isEqualTo("""
                exit 2
                --- stderr
                error: --entities FOLDER/entities: a class cannot be loaded: java.lang.ClassFormatError: Truncated class file
                  state: nothing was changed
                  help:  compile the entities anew, and name all that they are made of
                """);
    }

    @Test
    void saysWhichEntityMicronautDoesNotTake() {
        Path entities = project.compiled("entities", new EntitySource("""
                @MappedEntity("users")
                class User {
                    @Id private final Long id;
                    User(Long id, String nick) { this.id = id; }
                    public Long getId() { return id; }
                }
                """));

        assertThat(masked(project.autogenerate(entities, List.of()))).isEqualTo("""
                exit 2
                --- stderr
                error: Micronaut Data does not take entity shop.User: Constructor argument [nick] for type [shop.User] must have an associated getter
                  state: nothing was changed
                  help:  change the entity: it fails in the same way when it runs
                """);
    }

    @Test
    void refusesANameThatPostgresWouldCut() {
        Path entities = project.compiled("entities", new EntitySource("""
                @MappedEntity("users")
                record User(@Id Long id, @MappedProperty("the_name_that_they_were_given_by_their_parents_on_their_first_day") String name) {}
                """));

        assertThat(masked(project.autogenerate(entities, List.of()))).isEqualTo("""
                exit 2
                --- stderr
                error: shop.User asks for the name "the_name_that_they_were_given_by_their_parents_on_their_first_day", \
                which is too long
                  state: nothing was changed
                  help:  PostgreSQL keeps 63 bytes of a name: give it a shorter one
                """);
    }

    private String masked(Run run) {
        return run.text().replace(folder.toString(), "FOLDER");
    }
}
