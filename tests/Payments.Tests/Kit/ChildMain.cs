namespace Actors.Payments.Tests.Kit;

/// <summary>The program that a crash test kills: it accepts a payment and blocks at a given point.</summary>
internal static class ChildMain
{
    /// <summary>Blocks after the payment is stored and before the owner applies it.</summary>
    public const string BeforeEffect = "before";

    /// <summary>Blocks after the owner has applied the payment and before the order is told.</summary>
    public const string AfterEffect = "after";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var point, var folder, var database]) return 2;
        var faults = new OwnerFaults();
        if (point == BeforeEffect) faults.Before = _ => StandStillAsync();
        else faults.After = _ => StandStillAsync();
        await using var payments = await TestPayments.StartAsync(folder, database.Length == 0 ? null : database, faults: faults);
        var order = await payments.OrderAsync();
        Say($"order {order.Id}");
        await payments.PostAsync(TestPayments.Notification(order));
        Say("acknowledged");
        return 0;
    }

    private static async Task StandStillAsync()
    {
        Say("there");
        // Runs until it is killed or its parent ends.
        await Console.In.ReadLineAsync();
        Environment.Exit(1);
    }

    private static void Say(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }
}
