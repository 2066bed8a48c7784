using Actors.Accounts.Identifiers;

namespace Actors.Accounts.Tests.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("user@example.com", IdentifierKind.Email, "user@example.com")]
    [InlineData(" User@Example.COM ", IdentifierKind.Email, "user@example.com")]
    [InlineData("ｕｓｅｒ@example.com", IdentifierKind.Email, "user@example.com")]
    [InlineData("иван@почта.рф", IdentifierKind.Email, "иван@xn--80a1acny.xn--p1ai")]
    [InlineData("иван@XN--80A1ACNY.xn--p1ai", IdentifierKind.Email, "иван@xn--80a1acny.xn--p1ai")]
    [InlineData("user@bücher.example", IdentifierKind.Email, "user@xn--bcher-kva.example")]
    [InlineData("first.last+tag@sub.example.co", IdentifierKind.Email, "first.last+tag@sub.example.co")]
    [InlineData("o'brien@example.com", IdentifierKind.Email, "o'brien@example.com")]
    public void All_spellings_of_an_address_have_one_key(string text, object kind, string normalised) => Check(IdentifierParser.OfEmail(text), kind, normalised);

    [Theory]
    [InlineData("")]
    [InlineData("user")]
    [InlineData("@")]
    [InlineData("user@")]
    [InlineData("@example.com")]
    [InlineData("user@localhost")]
    [InlineData("user@example.")]
    [InlineData("user@.com")]
    [InlineData("user@example..com")]
    [InlineData("user@-example.com")]
    [InlineData("user@127.0.0.1")]
    [InlineData("user@[127.0.0.1]")]
    [InlineData("user@@example.com")]
    [InlineData("a@b@example.com")]
    [InlineData(".user@example.com")]
    [InlineData("us..er@example.com")]
    [InlineData("user.@example.com")]
    [InlineData("us er@example.com")]
    [InlineData("\"us er\"@example.com")]
    [InlineData("User <user@example.com>")]
    [InlineData("user@exa mple.com")]
    [InlineData("user@example.com\nBcc: a@example.com")]
    [InlineData("us\u0000er@example.com")]
    [InlineData("us\u202Eer@example.com")]
    [InlineData("us\u200Ber@example.com")]
    public void An_invalid_address_is_refused(string text) => IdentifierParser.OfEmail(text).ShouldBeNull();

    [Fact]
    public void An_address_that_is_too_long_is_refused()
    {
        IdentifierParser.OfEmail($"{new string('a', 64)}@example.com").ShouldNotBeNull();
        IdentifierParser.OfEmail($"{new string('a', 65)}@example.com").ShouldBeNull();
        IdentifierParser.OfEmail($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}.com").ShouldBeNull();
        IdentifierParser.OfEmail("\uD800@example.com").ShouldBeNull();
    }

    [Theory]
    [InlineData("anna", IdentifierKind.Username, "anna")]
    [InlineData(" Anna ", IdentifierKind.Username, "anna")]
    [InlineData("Анна_1", IdentifierKind.Username, "анна_1")]
    [InlineData("ａｎｎａ", IdentifierKind.Username, "anna")]
    [InlineData("a.b+c-d_e", IdentifierKind.Username, "a.b+c-d_e")]
    [InlineData("anna@example.com", IdentifierKind.Email, "anna@example.com")]
    public void All_spellings_of_a_username_have_one_key(string text, object kind, string normalised) => Check(IdentifierParser.Of(text), kind, normalised);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("anna b")]
    [InlineData("anna/b")]
    [InlineData("<script>")]
    [InlineData("an\u200Bna")]
    public void An_invalid_username_is_refused(string text) => IdentifierParser.Of(text).ShouldBeNull();

    [Fact]
    public void The_entered_text_is_kept()
    {
        IdentifierParser.Of(" Anna@Example.com ")!.Shown.ShouldBe("Anna@Example.com");
        IdentifierParser.Of(" Анна ")!.Shown.ShouldBe("Анна");
        IdentifierParser.Of(new string('a', 150)).ShouldNotBeNull();
        IdentifierParser.Of(new string('a', 151)).ShouldBeNull();
    }

    [Fact]
    public void Keys_are_distinct_and_contain_no_personal_data()
    {
        string[] keys = [IdentifierParser.Of("anna")!.Key, IdentifierParser.Of("anna1")!.Key, IdentifierParser.OfEmail("anna@example.com")!.Key];
        keys.ShouldBeUnique();
        keys.ShouldAllBe(key => !key.Contains("anna", StringComparison.Ordinal));
        IdentifierParser.OfEmail("ANNA@example.com")!.Key.ShouldBe(keys[2]);
    }

    private static void Check(Identifier? identifier, object kind, string normalised) =>
        (identifier!.Kind, identifier.Normalised).ShouldBe(((IdentifierKind)kind, normalised));
}
