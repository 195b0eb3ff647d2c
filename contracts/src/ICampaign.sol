// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// @title One crowdfunding campaign: it holds the donations until the creator may take them or the donors may have them back.
/// @notice Time is `block.timestamp`. A campaign is over from the second of its deadline on.
/// The events are a fixed interface that indexers rely on.
interface ICampaign {
    /// @notice All that a page shows of a campaign, read in one call and so at one block.
    struct Summary {
        /// Who created the campaign and may withdraw.
        address creator;
        /// Wei that must be raised for the campaign to succeed.
        uint256 goal;
        /// Unix time in seconds from which on nothing is taken any more.
        uint256 deadline;
        /// IPFS CID of the metadata document.
        string cid;
        /// Wei raised over the campaign's life; refunds and the withdrawal do not lessen it.
        uint256 totalRaised;
        /// Wei the campaign holds now.
        uint256 balance;
        /// Whether the creator has taken the money.
        bool withdrawn;
        /// See {isActive}, {isSuccessful} and {isFailed}.
        bool active;
        bool successful;
        bool failed;
    }

    /// @notice A donor gave.
    /// @param campaign The campaign that emits the event.
    /// @param donor Who gave.
    /// @param amount Wei given now.
    /// @param newTotalRaised {totalRaised} with this donation in it.
    /// @param timestamp Time of the block.
    event DonationReceived(
        address indexed campaign,
        address indexed donor,
        uint256 amount,
        uint256 newTotalRaised,
        uint256 timestamp
    );

    /// @notice The creator took the money.
    /// @param campaign The campaign that emits the event.
    /// @param creator Who took it.
    /// @param amount The whole balance in wei; more than {totalRaised} if ether had been forced upon the campaign.
    /// @param timestamp Time of the block.
    event Withdrawn(address indexed campaign, address indexed creator, uint256 amount, uint256 timestamp);

    /// @notice A donor took everything back the donor had given.
    /// @param campaign The campaign that emits the event.
    /// @param donor Who got it back.
    /// @param amount Wei paid back.
    /// @param timestamp Time of the block.
    event Refunded(address indexed campaign, address indexed donor, uint256 amount, uint256 timestamp);

    /// @notice A donation must be more than zero wei.
    error InvalidDonation();
    /// @notice The creator has withdrawn, so nothing more is taken.
    error CampaignClosed();
    /// @notice The deadline has passed, so nothing more is taken.
    error DeadlinePassed();
    /// @notice Refunds begin at the deadline.
    error DeadlineNotPassed();
    /// @notice The creator may withdraw only when the goal is met.
    error GoalNotMet();
    /// @notice The goal was met, so there are no refunds.
    error GoalMet();
    /// @notice Only the creator may withdraw.
    error NotCreator();
    /// @notice The creator has withdrawn before.
    error AlreadyWithdrawn();
    /// @notice The caller never gave to this campaign.
    error NoContribution();
    /// @notice The caller has had the refund before.
    error AlreadyRefunded();
    /// @notice The recipient refused the ether; nothing has changed.
    error TransferFailed();
    /// @notice This is the code that campaigns share, not a campaign.
    error NotACampaign();

    /// @notice Gives the ether sent along. Open before the deadline and the withdrawal, past the goal too.
    /// @dev Reverts with, in this order: {NotACampaign}, {CampaignClosed}, {DeadlinePassed}, {InvalidDonation}.
    function donate() external payable;

    /// @notice Pays the whole balance to the creator, once, as soon as the goal is met (before the deadline too).
    /// @dev Reverts with, in this order: {NotACampaign}, {NotCreator}, {AlreadyWithdrawn}, {GoalNotMet}, {TransferFailed}.
    function withdraw() external;

    /// @notice Pays the caller back everything the caller gave, once, from the deadline on when the goal was not met.
    /// @dev Reverts with, in this order: {NotACampaign}, {DeadlineNotPassed}, {GoalMet}, {NoContribution},
    /// {AlreadyRefunded}, {TransferFailed}.
    function refund() external;

    /// @notice All that a page shows of the campaign.
    function getSummary() external view returns (Summary memory);

    /// @notice Wei that `donor` gave over the campaign's life. A refund does not lessen it: see {refunded}.
    function contributionOf(address donor) external view returns (uint256);

    /// @notice Whether donations are taken now.
    function isActive() external view returns (bool);

    /// @notice Whether the goal is met. Once true, always true.
    function isSuccessful() external view returns (bool);

    /// @notice Whether the deadline passed with the goal not met. Once true, always true.
    function isFailed() external view returns (bool);

    /// @notice Who created the campaign and may withdraw.
    function creator() external view returns (address);

    /// @notice Wei that must be raised for the campaign to succeed.
    function goal() external view returns (uint256);

    /// @notice Unix time in seconds from which on nothing is taken any more.
    function deadline() external view returns (uint256);

    /// @notice IPFS CID of the metadata document, as the creator wrote it; nothing on the chain proves that it is one.
    function cid() external view returns (string memory);

    /// @notice Wei raised over the campaign's life; refunds and the withdrawal do not lessen it.
    function totalRaised() external view returns (uint256);

    /// @notice Whether the creator has taken the money.
    function withdrawn() external view returns (bool);

    /// @notice The same as {contributionOf}.
    function contributions(address donor) external view returns (uint256);

    /// @notice Whether `donor` has had the refund.
    function refunded(address donor) external view returns (bool);
}
