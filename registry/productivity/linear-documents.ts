import { gql } from '../tool-context.ts'

// Checked against the schema Linear publishes: https://github.com/linear/linear/blob/master/packages/sdk/src/schema.graphql

export const getViewer = gql`
  query {
    viewer {
      id
      name
      email
      organization {
        name
        urlKey
      }
    }
  }
`

export const listTeams = gql`
  query ($first: Int, $after: String) {
    teams(first: $first, after: $after) {
      nodes {
        id
        key
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const listUsers = gql`
  query ($filter: UserFilter, $first: Int, $after: String) {
    users(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        name
        email
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const searchIssues = gql`
  query ($term: String!, $first: Int, $after: String) {
    issues: searchIssues(term: $term, first: $first, after: $after) {
      nodes {
        id
        identifier
        title
        url
        priority
        dueDate
        updatedAt
        state {
          name
        }
        assignee {
          name
        }
        team {
          key
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const listIssues = gql`
  query ($filter: IssueFilter, $first: Int, $after: String) {
    issues(filter: $filter, first: $first, after: $after, orderBy: updatedAt) {
      nodes {
        id
        identifier
        title
        url
        priority
        dueDate
        updatedAt
        state {
          name
        }
        assignee {
          name
        }
        team {
          key
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const getIssue = gql`
  query ($id: String!) {
    issue(id: $id) {
      id
      identifier
      title
      url
      priority
      dueDate
      updatedAt
      description
      state {
        id
        name
      }
      assignee {
        id
        name
      }
      team {
        id
        key
      }
      project {
        id
        name
      }
      labels {
        nodes {
          name
        }
      }
    }
  }
`

export const listComments = gql`
  query ($id: String!, $first: Int, $after: String) {
    issue(id: $id) {
      comments(first: $first, after: $after) {
        nodes {
          id
          body
          createdAt
          parentId
          url
          user {
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`

export const listWorkflowStates = gql`
  query ($filter: WorkflowStateFilter, $first: Int, $after: String) {
    workflowStates(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        name
        type
        team {
          key
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const listLabels = gql`
  query ($filter: IssueLabelFilter, $first: Int, $after: String) {
    issueLabels(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        name
        team {
          key
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const listProjects = gql`
  query ($filter: ProjectFilter, $first: Int, $after: String) {
    projects(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        name
        url
        targetDate
        status {
          name
        }
        lead {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

export const createIssue = gql`
  mutation ($input: IssueCreateInput!) {
    saved: issueCreate(input: $input) {
      success
      issue {
        id
        identifier
        title
        url
        state {
          name
        }
      }
    }
  }
`

export const updateIssue = gql`
  mutation ($id: String!, $input: IssueUpdateInput!) {
    saved: issueUpdate(id: $id, input: $input) {
      success
      issue {
        id
        identifier
        title
        url
        state {
          name
        }
      }
    }
  }
`

export const createComment = gql`
  mutation ($input: CommentCreateInput!) {
    saved: commentCreate(input: $input) {
      success
      comment {
        id
        url
      }
    }
  }
`

export const archiveIssue = gql`
  mutation ($id: String!) {
    saved: issueArchive(id: $id) {
      success
    }
  }
`
