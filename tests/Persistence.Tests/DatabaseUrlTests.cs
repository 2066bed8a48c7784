using Npgsql;

namespace Actors.Persistence.Tests;

public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgres://ann:p%40ss%3A%2F@db.example:6543/actors?sslmode=require&application_name=x", "db.example", 6543, "actors", "ann", "p@ss:/")]
    [InlineData("postgresql://ann@localhost/actors", "localhost", 5432, "actors", "ann", null)]
    [InlineData("postgres://[::1]:5433/actors", "[::1]", 5433, "actors", null, null)]
    [InlineData("Host=db;Port=1234;Database=actors;Username=ann;Password=p;Pooling=false", "db", 1234, "actors", "ann", "p")]
    public void Both_forms_are_read(string text, string host, int port, string database, string? user, string? password)
    {
        DatabaseUrl.TryRead(text, out var connection, out _).ShouldBeTrue();

        var settings = new NpgsqlConnectionStringBuilder(connection);
        (settings.Host, settings.Port, settings.Database, settings.Username, settings.Password).ShouldBe((host, port, database, user, password));
    }

    [Theory]
    [InlineData("mysql://ann:secret@db/actors", "the scheme 'mysql' is not postgres")]
    [InlineData("postgres://ann:secret@db", "the database is missing")]
    [InlineData("postgres://ann:sec/ret@db:port/actors", "it is not a valid URL")]
    [InlineData("postgres://ann:secret@db/actors?colour=green", "the parameter 'colour' or its value is not valid")]
    [InlineData("postgres://ann:secret@db/actors?sslmode=perhaps", "the parameter 'sslmode' or its value is not valid")]
    [InlineData("secret", "it is not valid")]
    [InlineData("Host=db;Colour=secret", "it is not valid")]
    [InlineData("Database=actors;Password=secret", "the host is missing")]
    public void An_error_does_not_show_the_value(string text, string expected)
    {
        DatabaseUrl.TryRead(text, out var connection, out var problem).ShouldBeFalse();

        connection.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(expected);
        problem.ShouldNotContain("secret");
    }
}
