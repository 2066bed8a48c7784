using System.Text;
using Actors.Core.Commands;

namespace Actors.Hosting.Commands;

/// <summary>The console of this process. Questions go to the error output, so that the output holds results only.</summary>
internal sealed class ConsoleTerminal : ITerminal
{
    public string? Ask(string question)
    {
        Console.Error.Write(question);
        return Console.In.ReadLine();
    }

    public string? AskSecretly(string question)
    {
        Console.Error.Write(question);
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key) Take(key, typed);
        Console.Error.WriteLine();
        return typed.ToString();
    }

    public string? Environment(string name) => System.Environment.GetEnvironmentVariable(name);

    public void Say(string sentence) => Console.Error.WriteLine(sentence);

    private static void Take(ConsoleKeyInfo key, StringBuilder typed)
    {
        if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
        else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
    }
}
