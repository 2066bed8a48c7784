namespace Actors.Payments.Tests.Kit;

/// <summary>The program that a crash test kills: it takes a payment and stands still at a given point.</summary>
internal static class ChildMain
{
    /// <summary>The payment is stored, the owner has not applied it.</summary>
    public const string BeforeEffect = "before";

    /// <summary>The owner has applied it durably, the order has not heard of it.</summary>
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
        // Until it is killed, or its parent ends.
        await Console.In.ReadLineAsync();
        Environment.Exit(1);
    }

    private static void Say(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }
}
