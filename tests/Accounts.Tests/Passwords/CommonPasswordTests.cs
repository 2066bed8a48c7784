using Actors.Accounts.Passwords;

namespace Actors.Accounts.Tests.Passwords;

public sealed class CommonPasswordTests
{
    [Theory]
    [InlineData("123456")]
    [InlineData("password")]
    [InlineData("PassWord")]
    [InlineData("ＰＡＳＳＷＯＲＤ")]
    [InlineData("qwertyuiop")]
    [InlineData("1qaz2wsx")]
    public void Common_passwords_are_found_in_any_case(string password) => CommonPasswords.Contains(password).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("password ")]
    [InlineData("\ud83d")]
    [InlineData("correct horse battery staple")]
    [InlineData("Пароль, который выбрал один человек")]
    public void Other_passwords_are_not_common(string password) => CommonPasswords.Contains(password).ShouldBeFalse();

    [Fact]
    public void The_list_has_ten_thousand_passwords() => CommonPasswords.Count.ShouldBe(10_000);
}
