// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// @title Creates campaigns and vouches for them: a campaign counts only if a known factory created it.
/// @notice It has no owner, takes no fee and cannot be changed.
/// The event is a fixed interface that indexers rely on.
interface ICampaignFactory {
    /// @notice A campaign was created.
    /// @param factory The factory that emits the event.
    /// @param campaign The new campaign.
    /// @param creator Who created it.
    /// @param goal Wei that must be raised for it to succeed.
    /// @param deadline Unix time in seconds from which on it takes nothing any more.
    /// @param cid IPFS CID of its metadata document, as the creator wrote it.
    event CampaignCreated(
        address indexed factory,
        address indexed campaign,
        address indexed creator,
        uint256 goal,
        uint256 deadline,
        string cid
    );

    /// @notice The goal must be more than zero wei.
    error InvalidGoal();
    /// @notice The deadline must lie after the block's time.
    error InvalidDeadline();
    /// @notice The CID must not be empty.
    error InvalidCID();

    /// @notice Creates a campaign of the caller's.
    /// @dev Reverts with, in this order: {InvalidGoal}, {InvalidDeadline}, {InvalidCID}. A CID of more than about
    /// 24,000 bytes does not fit into a contract's code and reverts with `CloneArgumentsTooLong` or `FailedDeployment`.
    /// @param goal Wei, from 1 to 2^256 - 1.
    /// @param deadline Unix time in seconds, to 2^256 - 1.
    /// @param cid IPFS CID of the metadata document.
    /// @return campaign The new campaign. Its address follows from the factory, the creator, the terms and the number of
    /// campaigns that the creator had before, so that after a reorg it cannot be another campaign's.
    function createCampaign(uint256 goal, uint256 deadline, string calldata cid) external returns (address campaign);

    /// @notice All campaigns, oldest first. Meant for reading off the chain: the list has no bound.
    function getCampaigns() external view returns (address[] memory);

    /// @notice All campaigns of `creator`, oldest first. Meant for reading off the chain: the list has no bound.
    function getCampaignsByCreator(address creator) external view returns (address[] memory);

    /// @notice How many campaigns there are.
    function getCampaignCount() external view returns (uint256);

    /// @notice The campaign at `index` of {getCampaigns}; reverts past the end.
    function campaigns(uint256 index) external view returns (address);

    /// @notice The campaign at `index` of {getCampaignsByCreator}; reverts past the end.
    function campaignsByCreator(address creator, uint256 index) external view returns (address);

    /// @notice The code that the campaigns share.
    function implementation() external view returns (address);
}
