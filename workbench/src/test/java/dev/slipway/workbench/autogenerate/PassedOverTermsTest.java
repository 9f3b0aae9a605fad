package dev.slipway.workbench.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Jakarta Persistence and Hibernate say of tables, and Micronaut Data does not hear.
@Execution(ExecutionMode.CONCURRENT)
final class PassedOverTermsTest {
    private static final String ANIMALS = """
            @Entity @Table(name = "animals")
            class Animal {
                @Id private Long id;
                private String name;
                public Long getId() { return id; }
                public void setId(Long id) { this.id = id; }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
            }

            @Entity %s
            class Cat extends Animal {
                private int lives;
                public int getLives() { return lives; }
                public void setLives(int lives) { this.lives = lives; }
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Inheritance|give each entity a table of its own, and what they share in a @MappedSuperclass",
                "@DiscriminatorColumn(name = \"kind\")|give each entity a table of its own,"
                        + " and what they share in a @MappedSuperclass",
                "@SecondaryTable(name = \"more\")|give the other table an entity of its own",
                "@SequenceGenerator(name = \"n\", sequenceName = \"numbers\")"
                        + "|name the sequence as Micronaut Data does: @GeneratedValue(value = SEQUENCE, ref = \"...\")"
            })
    void refusesThoseOfAnEntity(String term, String help) {
        String name = term.replaceAll("\\(.*", "");
        refused(term, "String x", "entity shop.User", name, help);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Column(table = \"more\") String x|@Column(table = ...)|give the other table an entity of its own",
                "@ElementCollection Set<String> x|@ElementCollection"
                        + "|make an entity of the elements, and lead to it with mappedBy",
                "@OneToOne @MapsId Team x|@MapsId|leave it out: the key and the association have columns of their own",
                "@OneToMany(mappedBy = \"chief\") @OrderColumn(name = \"place\") List<Team> x|@OrderColumn"
                        + "|give the entity of the elements a property for it",
                "@OneToMany @JoinColumn(name = \"user_id\") List<Team> x|@JoinColumn"
                        + "|say mappedBy = \"...\", and @ManyToOne in the other entity; or name a table between both with @JoinTable",
                "@ManyToMany @JoinTable(name = \"users_teams\", catalog = \"more\") List<Team> x"
                        + "|@JoinTable(catalog = ...)|leave it out: Micronaut Data passes over it,"
                        + " and the URL of the service says which database it is",
                "@OneToOne @PrimaryKeyJoinColumn Team x|@PrimaryKeyJoinColumn"
                        + "|leave it out: the key and the association have columns of their own",
                "@Temporal(TemporalType.TIMESTAMP) Date x|@Temporal(TIMESTAMP)"
                        + "|give it a type of java.time, such as Instant or LocalTime: Micronaut Data keeps the date alone",
                "@Embedded @AttributeOverride(name = \"street\", column = @Column(name = \"road\")) Address x"
                        + "|@AttributeOverride|say it in the class that is embedded"
            })
    void refusesThoseOfAProperty(String property, String term, String help) {
        refused("", property, "property x of entity shop.User", term, help);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GeneratedValue(strategy = GenerationType.TABLE)|GenerationType.TABLE"
                        + "|say @GeneratedValue(strategy = GenerationType.IDENTITY)",
                "SequenceGenerator(name = \"n\", sequenceName = \"numbers\")|@SequenceGenerator"
                        + "|name the sequence as Micronaut Data does: @GeneratedValue(value = SEQUENCE, ref = \"...\")"
            })
    void refusesThoseOfAKey(String key, String term, String help) {
        assertRefused("""
                @Entity @Table(name = "users") record User(@Id @%s Long id) {}
                """.formatted(key), "property id of entity shop.User", term, help);
    }

    @Test
    void refusesTheNameOfADatabase() {
        assertRefused(
                "@Entity @Table(name = \"users\", catalog = \"shop\") record User(@Id Long id) {}",
                "entity shop.User",
                "@Table(catalog = ...)",
                "leave it out: Micronaut Data passes over it, and the URL of the service says which database it is");
    }

    @Test
    void refusesWhatHibernateReads() {
        refused(
                "",
                "@org.hibernate.annotations.ColumnDefault(\"'x'\") String x",
                "property x of entity shop.User",
                "@ColumnDefault of Hibernate",
                "leave it out, and write it by hand, in a script of `revision`: there it stays as it is");
    }

    /// Jakarta Persistence would keep both in one table, and Micronaut Data keeps them in two.
    @Test
    void refusesAnEntityInTheTableOfAnother() {
        assertRefused(
                ANIMALS.formatted(""),
                "entity shop.Cat",
                "extends shop.Animal",
                "say @Table(name = \"...\"): Micronaut Data gives it a table of its own, with all columns of both; or put"
                        + " what they share in a @MappedSuperclass");
    }

    @Test
    void takesAnEntityThatExtendsAnotherAndHasATable() {
        Project project = Project.begun(folder);

        Run run = project.autogenerate(
                project.compiled("entities", EntitySource.ofJakarta(ANIMALS.formatted("@Table(name = \"cats\")"))),
                List.of());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.texts().get("V2__change.sql")).contains("""
                create table cats (
                    id bigint not null,
                    name varchar(255) not null,
                    lives integer not null,
                    constraint cats_pkey primary key (id)
                );
                """);
    }

    @Test
    void refusesNamesThatAServiceFindsOnlyInQuotes() {
        Project project = Project.begun(folder);

        Run run = project.autogenerate(project.compiled("entities", new EntitySource("""
                @MappedEntity(value = "users", escape = false)
                record User(@Id Long id, @MappedProperty("fullName") String name) {}
                """)), List.of());

        assertThat(run.text()).isEqualTo("""
                exit 2
                --- stderr
                error: entity shop.User says "escape = false", and has the name "fullName"
                  state: nothing was changed
                  help:  write it in small letters, as PostgreSQL reads what stands in no quotes, or leave escape = false out
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Embedded Address x|x_street varchar(255) not null",
                "@Temporal(TemporalType.DATE) Date x|x date not null",
                "@ManyToOne @JoinColumn(name = \"x\", referencedColumnName = \"id\") Team x|x bigint",
                "@OneToMany(mappedBy = \"chief\") List<Team> x|id bigint not null",
                "@ManyToMany @JoinTable(name = \"users_teams\") List<Team> x|create table users_teams ("
            })
    void takesWhatMicronautDataTakes(String property, String written) {
        Project project = Project.begun(folder);

        Run run = project.autogenerate(project.compiled("entities", source("", property)), List.of());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.texts().get("V2__change.sql")).contains(written);
    }

    private void refused(String head, String property, String where, String term, String help) {
        assertRefused(source(head, property).text(), where, term, help);
    }

    private static EntitySource source(String head, String property) {
        return EntitySource.ofJakarta("""
                @Embeddable record Address(String street) {}
                @Entity @Table(name = "teams") record Team(@Id Long id, @ManyToOne User chief) {}
                @Entity @Table(name = "users") %s record User(@Id Long id, %s) {}
                """.formatted(head, property));
    }

    private void assertRefused(String entities, String where, String term, String help) {
        Project project = Project.begun(folder);

        assertThat(project.autogenerate(project.compiled("entities", EntitySource.ofJakarta(entities)), List.of())
                        .text())
                .isEqualTo("""
                        exit 2
                        --- stderr
                        error: %s says "%s", which is neither written nor compared
                          state: nothing was changed
                          help:  %s
                        """.formatted(where, term, help));
        assertThat(project.files()).containsOnlyKeys("V1__begin.sql");
    }
}
