namespace Orleans.Configuration;

/// <summary>How calls travel between grains.</summary>
public class SiloMessagingOptions : MessagingOptions;
