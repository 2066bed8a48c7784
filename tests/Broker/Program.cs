using Confluent.Kafka;

// The broker that Kafka's client library has for tests, alone in a process, which a test may stop and kill. It prints its address and ends with its input.
using var broker = new AdminClientBuilder(new Dictionary<string, string> { ["bootstrap.servers"] = "none", ["test.mock.num.brokers"] = "1" }).Build();
var known = broker.GetMetadata(TimeSpan.FromSeconds(30)).Brokers[0];
Console.WriteLine($"broker at {known.Host}:{known.Port}");
await Console.In.ReadToEndAsync();
